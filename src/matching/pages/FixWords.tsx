import { Fragment, type ReactNode } from 'react';
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
    <span className={classes.fixes}>
      {fixes.slice(0, 2).map(({ version, is }, at, shown) => (
        <Fragment key={`${is} ${version}`}>
          <span className={classes.together}>
            {is === 'first-outside' ? words.fixed(version) : words.last(version)}
            {at < shown.length - 1 ? words.or.trimEnd() : ''}
          </span>
          {at < shown.length - 1 ? ' ' : <wbr />}
        </Fragment>
      ))}
      {fixes.length > 1 ? <span className={classes.together}>{words.differ}</span> : ''}
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
