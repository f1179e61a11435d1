import type { ReactNode } from 'react';
import { useLanguage, useText } from '#platform/browser/language';
import type { Touching } from '../contract.ts';
import classes from './match.module.css';
import { text } from './text.ts';

type Fixes = Touching['example']['fixes'];

/** 「1.1.1l で修正」 beside a component; several where the records do not agree, none where no record says. */
export function FixWords({ fixes }: { fixes: Fixes }): ReactNode {
  const words = useText(text).fixes;
  if (fixes.length === 0) return null;
  return (
    <span className={classes.fix}>
      {fixes
        .slice(0, 2)
        .map(({ version, is }) => (is === 'first-outside' ? words.fixed(version) : words.last(version)))
        .join(words.or)}
      {fixes.length > 1 ? words.differ : ''}
    </span>
  );
}

/** The same line by line, with who says it. */
export function FixesBySource({ fixes }: { fixes: Fixes }): ReactNode {
  const words = useText(text).fixes;
  const said = useSaidBy();
  if (fixes.length === 0) return words.none;
  return (
    <ul>
      {fixes.map((fix) => (
        <li key={`${fix.is} ${fix.version}`}>{said(fix)}</li>
      ))}
    </ul>
  );
}

function useSaidBy(): (fix: Fixes[number]) => string {
  const words = useText(text).fixes;
  const { language } = useLanguage();
  return ({ version, is, by }) =>
    words.by(
      is === 'first-outside' ? words.fixed(version) : words.last(version),
      by.map((names) => names[language]),
    );
}
