import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { EmptyState } from '#kit/EmptyState';
import { LoadProblem } from '#kit/LoadProblem';
import { Panel } from '#kit/Panel';
import { type Column, Lines, Table } from '#kit/Table';
import { Time } from '#kit/Time';
import { useText } from '#platform/browser/language';
import type { RegisterChange, ReleasePage } from '../../contract/releases.ts';
import { useWho } from '../use-who.ts';
import { FactDifferences } from './FactDifferences.tsx';
import { releaseHistoryQuery } from './queries.ts';
import { text } from './release-text.ts';

/** 記録: who changed the release, what it contains and its shipments, newest first. */
export function HistoryTab({ release }: { release: ReleasePage }): ReactNode {
  const { history: words, tabs } = useText(text);
  const who = useWho();
  const found = useInfiniteQuery(releaseHistoryQuery(release.id));
  const rows = found.data?.pages.flatMap(({ items }) => items);
  const columns: Column<RegisterChange>[] = [
    {
      key: 'what',
      title: words.what,
      phone: 'title',
      cell: ({ register, title }) => <Lines main={title} sub={words.registers[register]} />,
    },
    { key: 'how', title: words.how, phone: 'corner', cell: ({ how }) => words.hows[how] },
    { key: 'facts', title: words.facts, cell: ({ facts }) => <FactDifferences facts={facts} /> },
    { key: 'by', title: words.by, cell: ({ by }) => who(by) },
    { key: 'at', title: words.at, cell: ({ at }) => <Time at={at} /> },
  ];
  return (
    <Panel>
      <Table
        label={tabs.history}
        columns={columns}
        rows={rows}
        idOf={({ entryId, revision }) => `${entryId} ${revision}`}
        nameOf={({ title }) => title}
        more={{ load: found.hasNextPage ? () => found.fetchNextPage() : null, loading: found.isFetchingNextPage }}
        empty={<EmptyState why={words.none} />}
        failed={
          found.isError && !found.data ? <LoadProblem thrown={found.error} retry={() => found.refetch()} /> : undefined
        }
      />
    </Panel>
  );
}
