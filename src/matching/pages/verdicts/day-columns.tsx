import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Id } from '#kit/Id';
import { type Column, Lines } from '#kit/Table';
import { Day, Time } from '#kit/Time';
import { useText } from '#platform/browser/language';
import { countText } from '#platform/browser/numbers';
import { type VerdictDay, type VerdictEvent, type VerdictPerson, verdictStatuses } from '#verdicts/model';
import { text as verdictText } from '#verdicts/text';
import { productWords } from '../product-words.ts';
import { ReasonWords } from '../VerdictFacts.tsx';
import { VerdictStamp } from '../VerdictStamp.tsx';
import classes from '../verdict.module.css';
import { decidingText } from '../words/deciding.ts';
import { verdictsText } from '../words/verdicts.ts';

/** The columns of what was decided on a day. */
export function useEventColumns(): Column<VerdictEvent>[] {
  const { columns, day: words } = useText(verdictsText);
  const { deeds, scopes, statuses } = useText(verdictText);
  const { machine } = useText(decidingText).place;
  return [
    {
      ...{ key: 'at', title: columns.at, phone: 'lead' },
      cell: ({ at, by }) => <Lines main={<Time at={at} />} sub={by?.name ?? machine} />,
    },
    {
      ...{ key: 'what', title: columns.what, phone: 'line' },
      cell: ({ what, verdicts, releases }) => <Lines main={deeds[what]} sub={words.count(verdicts, releases)} />,
    },
    {
      ...{ key: 'vulnerability', title: columns.vulnerability, phone: 'title' },
      cell: ({ example, vulnerabilities }) => (
        <Lines
          main={
            <Link to={'/vulnerabilities/$name' as never} params={{ name: example.name } as never}>
              <Id>{example.name}</Id>
            </Link>
          }
          sub={
            <>
              {productWords(example.product)} {vulnerabilities > 1 ? words.andMore(vulnerabilities - 1) : null}
            </>
          }
        />
      ),
    },
    {
      ...{ key: 'verdict', title: columns.verdict, phone: 'corner' },
      // The seal is that of whoever decided, which other deeds do not tell.
      cell: ({ what, status, by, scope }) => (
        <Lines
          main={what === 'decide' ? <VerdictStamp status={status} author={by} /> : statuses[status]}
          sub={scopes[scope]}
        />
      ),
    },
    { key: 'reason', title: columns.reason, phone: 'line', cell: (row) => <ReasonWords of={row} /> },
    { key: 'signed', title: columns.signed, phone: 'line', cell: ({ signatures }) => <Signed by={signatures} /> },
  ];
}

function Signed({ by }: { by: { by: VerdictPerson; at: string }[] }): ReactNode {
  const words = useText(verdictsText).day;
  if (by.length === 0) return <span className={classes.none}>{words.openSign}</span>;
  return by.map(({ by: person, at }) => (
    <span key={person.id} className={classes.row}>
      {person.name}
      <Time at={at} />
    </span>
  ));
}

/** The columns of the days. */
export function useDayColumns(): Column<VerdictDay>[] {
  const { columns } = useText(verdictsText);
  const { statuses } = useText(verdictText);
  return [
    {
      ...{ key: 'day', title: columns.day, phone: 'title' },
      cell: ({ day }) => (
        <Link to="." search={{ view: 'day', day } as never}>
          <Day on={day} />
        </Link>
      ),
    },
    {
      ...{ key: 'byStatus', title: columns.byStatus, phone: 'main' },
      cell: ({ byStatus }) => (
        <span className={classes.row}>
          {verdictStatuses
            .filter((status) => byStatus[status] > 0)
            .map((status) => (
              <span key={status}>
                {statuses[status]} {countText(byStatus[status])}
              </span>
            ))}
        </span>
      ),
    },
    {
      ...{ key: 'events', title: columns.events, number: true, phone: 'beside' },
      cell: ({ events }) => countText(events),
    },
    {
      ...{ key: 'unsigned', title: columns.unsigned, number: true, phone: 'line' },
      cell: ({ unsigned }) => countText(unsigned),
    },
    { key: 'signed', title: columns.signed, phone: 'line', cell: ({ signatures }) => <Signed by={signatures} /> },
  ];
}
