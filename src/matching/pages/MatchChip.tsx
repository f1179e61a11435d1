import type { ReactNode } from 'react';
import { useText } from '#platform/browser/language';
import type { MatchValue } from '../model.ts';
import { text } from '../text.ts';
import classes from './match.module.css';

// Four shapes, so that the result is told without colour.
const shapes: Record<MatchValue, ReactNode> = {
  applies: <circle cx="6" cy="6" r="5" fill="currentColor" />,
  'may-apply': (
    <>
      <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.2" />
      <path d="M6 1.5a4.5 4.5 0 0 1 0 9z" fill="currentColor" />
    </>
  ),
  'does-not-apply': (
    <>
      <circle cx="6" cy="6" r="4.7" fill="none" stroke="currentColor" strokeWidth="1.1" />
      <path d="M3.8 6.2l1.5 1.5 2.9-3.2" fill="none" stroke="currentColor" strokeWidth="1.1" />
    </>
  ),
  'cannot-compare': (
    <>
      <circle cx="6" cy="6" r="4.7" fill="none" stroke="currentColor" strokeWidth="1.1" strokeDasharray="2 1.6" />
      <path
        d="M4.7 4.8a1.35 1.35 0 1 1 1.9 1.3c-.4.2-.6.4-.6.9M6 8.5v.1"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.1"
      />
    </>
  ),
};

/** 照合結果, round because it is the machine's. */
export function MatchChip({ value }: { value: MatchValue }): ReactNode {
  const words = useText(text).results;
  return (
    <span className={classes.chip} data-value={value}>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        {shapes[value]}
      </svg>
      {words[value]}
    </span>
  );
}
