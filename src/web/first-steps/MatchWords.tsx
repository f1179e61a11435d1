import type { ReactNode } from 'react';
import { useText } from '#platform/browser/language';
import classes from './first-steps.module.css';
import { countsOf, type Found, obstacleToMatch } from './progress.ts';
import { text } from './text.ts';

/** The first match in a sentence, or why there is none. */
export function MatchWords({ found }: { found: Found }): ReactNode {
  return <p className={classes.match}>{useSentence(found)}</p>;
}

function useSentence(found: Found): string {
  const words = useText(text);
  const { first, start } = found;
  if (first) {
    const { release, component } = first.example;
    const place = words.place(`${release.model.name} ${release.version}`, component && nameOf(component));
    const { match } = first;
    return words.match[match === 'applies' || match === 'may-apply' ? match : 'other'](first.vulnerability.name, place);
  }
  const obstacle = obstacleToMatch(found) ?? 'no-parts';
  const { release, components = 0, unidentified = 0 } = start.filled ?? {};
  if (obstacle === 'all-unidentified') return words.obstacles[obstacle](components);
  if (obstacle === 'nothing-applies') {
    const name = release ? `${release.model.name} ${release.version}` : '';
    return words.obstacles[obstacle](words.looked(name, components, unidentified), countsOf(found).records);
  }
  return words.obstacles[obstacle];
}

const nameOf = ({ name, version }: { name: string; version: string | null }): string =>
  version === null ? name : `${name} ${version}`;
