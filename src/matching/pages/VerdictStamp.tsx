import type { ReactNode } from 'react';
import { Lines } from '#kit/Table';
import { Time } from '#kit/Time';
import { formatRemaining, todayInJapan } from '#platform/browser/calendar';
import { useLanguage, useText } from '#platform/browser/language';
import { expiringDays, type VerdictRef, type VerdictStatus } from '#verdicts/model';
import { text as verdictText } from '#verdicts/text';
import type { Exposure } from '../contract.ts';
import classes from './verdict.module.css';
import { decidingText } from './words/deciding.ts';

/**
 * 判定, square because it is a person's, with the seal of whoever decided.
 * @param isOpen  carried over and not confirmed, or not approved: it does not count yet
 */
export function VerdictStamp(props: {
  status: VerdictStatus;
  author: { name: string } | null;
  isOpen?: boolean;
}): ReactNode {
  const { statuses } = useText(verdictText);
  const words = useText(decidingText).place;
  const name = props.author?.name ?? words.machine;
  return (
    <span className={classes.stamp} data-open={props.isOpen || undefined} title={words.by(name)}>
      <span className={classes.seal} aria-hidden="true" translate="no">
        {[...name][0]}
      </span>
      {statuses[props.status]}
    </span>
  );
}

type Decided = Pick<Exposure, 'standing' | 'verdict' | 'waiting'>;

/** What was decided for a row: the stamp, and below it why, since when, or what it waits for. */
export function VerdictCell({ of }: { of: Decided }): ReactNode {
  const words = useText(decidingText).place;
  const shown = of.waiting ?? of.verdict;
  if (!shown) return <span className={classes.none}>{of.standing === 'settled' ? words.unneeded : words.none}</span>;
  const isOpen = of.waiting !== null || shown.inherited;
  return (
    <Lines
      main={<VerdictStamp status={shown.status} author={shown.author} isOpen={isOpen} />}
      sub={<Below of={shown} isWaiting={of.waiting !== null} />}
    />
  );
}

function Below({ of, isWaiting }: { of: VerdictRef; isWaiting: boolean }): ReactNode {
  const words = useText(decidingText).place;
  const { justifications } = useText(verdictText);
  if (isWaiting) return <span className={classes.wait}>{words.waiting}</span>;
  if (of.inherited) return <span className={classes.wait}>{words.inherited}</span>;
  if (of.until !== null && isExpiring(of.until)) return <Remaining until={of.until} />;
  return of.justification ? justifications[of.justification] : <Time at={of.decidedAt} />;
}

/** Whether the last day is near. */
export const isExpiring = (until: string): boolean =>
  Temporal.PlainDate.compare(until, todayInJapan(Temporal.Now.instant()).add({ days: expiringDays })) <= 0;

/** How long it still counts; marked when that is soon. */
export function Remaining({ until }: { until: string }): ReactNode {
  const words = useText(decidingText).place;
  const { language } = useLanguage();
  const today = todayInJapan(Temporal.Now.instant());
  const said = words.expires(formatRemaining(Temporal.PlainDate.from(until), language, today));
  return <span className={isExpiring(until) ? classes.soon : undefined}>{said}</span>;
}
