import { type ReactNode, useEffect, useState } from 'react';
import { useText } from '#platform/browser/language';
import classes from './Skeleton.module.css';
import { text } from './text.ts';

const NOTICEABLE_MS = 200;
const SLOW_MS = 5000;
const widths = ['62%', '88%', '74%', '81%'] as const;

/** Whether a wait has lasted so long that something must be shown, or so long that it must be explained. */
export function useWait(): 'short' | 'noticeable' | 'slow' {
  const [wait, setWait] = useState<'short' | 'noticeable' | 'slow'>('short');
  useEffect(() => {
    const timers = [setTimeout(() => setWait('noticeable'), NOTICEABLE_MS), setTimeout(() => setWait('slow'), SLOW_MS)];
    return () => timers.forEach(clearTimeout);
  }, []);
  return wait;
}

/** Grey lines of the height of the rows that will come. They keep their place from the first, are seen after 200 ms, and say why after 5 s. */
export function Skeleton(props: { rows: number }): ReactNode {
  const words = useText(text).table;
  const wait = useWait();
  return (
    <div
      role="status"
      aria-label={words.loading}
      aria-busy="true"
      className={wait === 'short' ? classes.unseen : undefined}
    >
      {Array.from({ length: props.rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike and never move
        <div key={row} className={classes.row}>
          <span className={classes.line} style={{ width: widths[row % widths.length] }} />
        </div>
      ))}
      {wait === 'slow' ? <p className={classes.slow}>{words.slow}</p> : null}
    </div>
  );
}
