import type { ReactNode } from 'react';
import { Lines } from '#kit/Table';
import { useText } from '#platform/browser/language';
import type { Owner } from '../contract.ts';
import { text } from './list-text.ts';
import classes from './products.module.css';

/** Who answers for a model: the holder of its post, and when that one cannot, who acts or that nobody does. */
export function OwnerCell(props: { owner: Owner | null }): ReactNode {
  const words = useText(text).products;
  const { owner } = props;
  if (!owner) return <span className={classes.alert}>{words.noOwner}</span>;
  if (owner.because === 'present') return owner.holder;
  const why = { 'holder-absent': words.away, 'holder-left': words.left, 'no-holder': words.vacant }[owner.because];
  const acting = owner.acting ? words.deputy(owner.acting) : '';
  // Of a post that nobody holds, the first line says why already.
  const parts = [owner.because === 'no-holder' ? '' : why, acting].filter(Boolean);
  const sub = parts.map((part) => (
    <span key={part} className={classes.part}>
      {part}
    </span>
  ));
  const main = owner.holder ?? why;
  return (
    <Lines
      main={owner.acting ? main : <span className={classes.alert}>{main}</span>}
      sub={sub.length > 0 ? sub : null}
    />
  );
}
