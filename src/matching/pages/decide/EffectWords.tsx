import type { ReactNode } from 'react';
import { useText } from '#platform/browser/language';
import type { VerdictObstacle } from '#verdicts/model';
import type { VerdictEffect } from '../../contract.ts';
import { decidingText } from '../words/deciding.ts';
import classes from './decide.module.css';

/** What the decision would do, before it is made; or what has to be said first. */
export function EffectWords(props: {
  missing: VerdictObstacle | 'choose-status' | null;
  /** Why it cannot be counted; null when it can. */
  refused: string | null;
  /** undefined while it is counted. */
  effect: VerdictEffect | undefined;
}): ReactNode {
  const words = useText(decidingText).effect;
  const { missing, refused, effect } = props;
  return (
    <div className={classes.effect} role="status">
      {refused !== null ? (
        <p className={classes.alert}>{refused}</p>
      ) : missing !== null ? (
        <p>{words.missing[missing]}</p>
      ) : effect ? (
        <Counted effect={effect} />
      ) : (
        <p>{words.counting}</p>
      )}
    </div>
  );
}

function Counted({ effect }: { effect: VerdictEffect }): ReactNode {
  const words = useText(decidingText).effect;
  const { closes, covers, reopens, chosen, replaces, underNarrower, waits } = effect;
  const beyond = covers.places - chosen;
  return (
    <>
      <p className={classes.main}>
        {closes.places > 0
          ? words.closes(closes.places, closes.releases, closes.units)
          : words.covers(covers.places, covers.releases)}
      </p>
      {waits ? <p>{words.waits}</p> : null}
      {beyond > 0 ? <p>{words.beyond(beyond)}</p> : null}
      {reopens.places > 0 ? <p>{words.reopens(reopens.places)}</p> : null}
      {replaces > 0 ? <p>{words.replaces(replaces)}</p> : null}
      {underNarrower > 0 ? <p>{words.narrower(underNarrower)}</p> : null}
    </>
  );
}
