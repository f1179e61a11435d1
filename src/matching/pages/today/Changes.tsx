import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { LoadProblem } from '#kit/LoadProblem';
import { Panel } from '#kit/Panel';
import { type Column, Lines, Table } from '#kit/Table';
import { Time } from '#kit/Time';
import { useText } from '#platform/browser/language';
import type { Change, Today } from '../../contract.ts';
import { MatchChip } from '../MatchChip.tsx';
import classes from '../match.module.css';
import { changesQuery } from '../queries.ts';
import { Severity } from '../Severity.tsx';
import { text } from '../text.ts';
import { CauseWords } from '../touching-columns.tsx';
import { VulnerabilityName } from '../VulnerabilityName.tsx';

export const changesShown = 5;

/** 昨日からの変化: what stands otherwise than yesterday at this time, the worst first, also what no longer applies. */
export function Changes({ today }: { today: Today | undefined }): ReactNode {
  const words = useText(text).today;
  const found = useInfiniteQuery(changesQuery(changesShown));
  const columns = useColumns();
  const rows = found.data?.pages.flatMap(({ items }) => items);
  const changed = today?.changed;
  if (rows?.length === 0)
    return (
      <Panel title={words.changes} action={<TrendLink />}>
        <p className={classes.note}>{words.noChanges}</p>
      </Panel>
    );
  return (
    <Panel
      title={words.changes}
      aside={changed ? words.changed(changed.applies, changed.mayApply, changed.gone) : null}
      action={<TrendLink />}
    >
      <div className={classes.aligned}>
        <Table
          label={words.changes}
          columns={columns}
          rows={rows}
          idOf={({ vulnerability }) => vulnerability.name}
          nameOf={({ vulnerability }) => vulnerability.name}
          {...(found.hasNextPage
            ? {
                more: {
                  total: changed && changed.applies + changed.mayApply + changed.gone,
                  load: () => void found.fetchNextPage(),
                  loading: found.isFetchingNextPage,
                },
              }
            : {})}
          empty={null}
          failed={
            found.isError && !rows ? <LoadProblem thrown={found.error} retry={() => void found.refetch()} /> : undefined
          }
        />
      </div>
    </Panel>
  );
}

function TrendLink(): ReactNode {
  const words = useText(text).today;
  return (
    <Link to={'/vulnerabilities' as never} search={{ view: 'trend' } as never}>
      {words.trend}
    </Link>
  );
}

function useColumns(): Column<Change>[] {
  const { columns, today: words } = useText(text);
  return [
    {
      ...{ key: 'severity', title: columns.severity, phone: 'lead' },
      cell: ({ vulnerability }) => <Severity of={vulnerability} />,
    },
    {
      ...{ key: 'vulnerability', title: columns.vulnerability, phone: 'title' },
      cell: ({ vulnerability }) => <VulnerabilityName of={vulnerability} />,
    },
    {
      ...{ key: 'change', title: words.change, phone: 'main' },
      cell: ({ before, after }) => <FromTo before={before} after={after} />,
    },
    {
      ...{ key: 'cause', title: columns.cause, phone: 'hidden' },
      cell: ({ cause, at }) => <Lines main={<CauseWords what={cause} />} sub={<Time at={at} />} />,
    },
  ];
}

function FromTo({ before, after }: Pick<Change, 'before' | 'after'>): ReactNode {
  const words = useText(text).today;
  const chip = (value: Change['before']) => (value === null ? words.untouched : <MatchChip value={value} />);
  return (
    <span className={classes.fromTo}>
      {chip(before)}
      <span aria-hidden="true">→</span>
      {chip(after)}
    </span>
  );
}
