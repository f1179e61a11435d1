import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Button } from '#kit/Button';
import { EmptyState } from '#kit/EmptyState';
import { FilterBar } from '#kit/FilterBar';
import { Id } from '#kit/Id';
import { Panel } from '#kit/Panel';
import { Problem } from '#kit/Problem';
import { type Column, None, Table } from '#kit/Table';
import { problemOf } from '#platform/browser/client';
import { useText } from '#platform/browser/language';
import type { ListedPartNumber } from '../contract.ts';
import { text } from './list-text.ts';
import { numbersQuery } from './queries.ts';

/** From the number on a label to the model: every part number, in its own order. */
export function PartNumberList(props: { q: string; onSearch: (q: string) => void }): ReactNode {
  const words = useText(text).products;
  const navigate = useNavigate();
  const found = useInfiniteQuery(numbersQuery(props.q.trim()));
  const rows = found.data?.pages.flatMap(({ items }) => items);
  const columns: Column<ListedPartNumber>[] = [
    {
      key: 'number',
      title: words.numbers.number,
      phone: 'title',
      cell: ({ number, model }) => (
        <Link to="/products/$model" params={{ model: model.slug } as never}>
          <Id>{number}</Id>
        </Link>
      ),
    },
    { key: 'note', title: words.numbers.note, cell: ({ note }) => note || <None /> },
    { key: 'model', title: words.numbers.model, cell: ({ model }) => <Id>{model.name}</Id> },
    { key: 'line', title: words.numbers.line, cell: ({ line }) => line.name },
  ];

  return (
    <>
      <FilterBar search={{ label: words.numbers.search, value: props.q, onChange: props.onSearch }} filters={[]} />
      <Panel>
        <Table
          list="part-numbers"
          label={words.numbers.label}
          columns={columns}
          rows={rows}
          idOf={({ id }) => id}
          nameOf={({ number }) => number}
          onOpen={({ model }) => navigate({ to: '/products/$model', params: { model: model.slug } as never })}
          more={{
            load: found.hasNextPage ? () => found.fetchNextPage() : null,
            loading: found.isFetchingNextPage,
          }}
          empty={
            props.q.trim() ? (
              <EmptyState why={words.nothingNumber(props.q.trim())} />
            ) : (
              <EmptyState why={words.numbers.none} next={words.numbers.noneNext} />
            )
          }
          failed={
            found.isError && !found.data ? (
              <Problem
                what={words.failed}
                safe={words.safe}
                id={problemOf(found.error)?.requestId}
                action={<Button onClick={() => found.refetch()}>{words.retry}</Button>}
              />
            ) : undefined
          }
        />
      </Panel>
    </>
  );
}
