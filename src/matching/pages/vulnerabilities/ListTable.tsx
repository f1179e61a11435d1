import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { LoadProblem } from '#kit/LoadProblem';
import { Panel } from '#kit/Panel';
import { type Column, Table } from '#kit/Table';
import { type ListState, listOf } from './list-state.ts';
import { NothingListed } from './NothingListed.tsx';

/** One of the lists of vulnerabilities: a row opens its page, more come as asked for. */
export function ListTable<Row>(props: {
  label: string;
  columns: Column<Row>[];
  found: UseInfiniteQueryResult<InfiniteData<{ items: Row[] }>>;
  nameOf: (row: Row) => string;
  state: ListState;
}): ReactNode {
  const { found, nameOf } = props;
  const navigate = useNavigate();
  return (
    <Panel>
      <Table
        list={listOf(props.state)}
        label={props.label}
        columns={props.columns}
        rows={found.data?.pages.flatMap(({ items }) => items)}
        idOf={nameOf}
        nameOf={nameOf}
        onOpen={(row) => navigate({ to: '/vulnerabilities/$name' as never, params: { name: nameOf(row) } as never })}
        more={{ load: found.hasNextPage ? () => found.fetchNextPage() : null, loading: found.isFetchingNextPage }}
        empty={<NothingListed state={props.state} />}
        failed={
          found.isError && !found.data ? (
            <LoadProblem thrown={found.error} retry={() => void found.refetch()} />
          ) : undefined
        }
      />
    </Panel>
  );
}
