import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { LoadProblem } from '#kit/LoadProblem';
import { Panel } from '#kit/Panel';
import { Table } from '#kit/Table';
import { useText } from '#platform/browser/language';
import { touchingQuery } from '../queries.ts';
import { text } from '../text.ts';
import { useTouchingColumns } from '../touching-columns.tsx';
import { askedList, type ListState } from './list-state.ts';
import { NothingListed } from './NothingListed.tsx';

/** Vulnerabilities that touch us, exploited first. */
export function TouchingList({ state }: { state: ListState }): ReactNode {
  const words = useText(text).list;
  const navigate = useNavigate();
  const found = useInfiniteQuery(touchingQuery(askedList(state)));
  const columns = useTouchingColumns();
  return (
    <Panel>
      <Table
        label={words.tabs.touching}
        columns={columns}
        rows={found.data?.pages.flatMap(({ items }) => items)}
        idOf={({ vulnerability }) => vulnerability.name}
        nameOf={({ vulnerability }) => vulnerability.name}
        onOpen={({ vulnerability: { name } }) =>
          navigate({ to: '/vulnerabilities/$name' as never, params: { name } as never })
        }
        more={{ load: found.hasNextPage ? () => found.fetchNextPage() : null, loading: found.isFetchingNextPage }}
        empty={<NothingListed state={state} />}
        failed={
          found.isError && !found.data ? (
            <LoadProblem thrown={found.error} retry={() => void found.refetch()} />
          ) : undefined
        }
      />
    </Panel>
  );
}
