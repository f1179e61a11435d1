import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '#kit/Button';
import { State } from '#kit/Chip';
import { EmptyState } from '#kit/EmptyState';
import { Panel } from '#kit/Panel';
import { Problem } from '#kit/Problem';
import { type Column, Table } from '#kit/Table';
import { Time } from '#kit/Time';
import { useToast } from '#kit/Toast';
import { problemOf } from '#platform/browser/client';
import { useText } from '#platform/browser/language';
import type { ImportRef } from '../contract.ts';
import { importsQuery, products } from './queries.ts';
import { changedNames, refusalWords } from './refusal-words.ts';
import { text } from './text.ts';
import { useChanged } from './use-changed.ts';

/** What was imported before, by whom, and the way back. */
export function RecentImports(): ReactNode {
  const { import: words, refusals, products: listWords } = useText(text);
  const toast = useToast();
  const changed = useChanged();
  const found = useInfiniteQuery(importsQuery());
  const rows = found.data?.pages.flatMap(({ items }) => items);

  const undo = async (id: string) => {
    try {
      const { models } = await products.undoImport({ id });
      toast(words.undone(models));
    } catch (thrown) {
      const names = changedNames(thrown);
      toast(names ? refusals['changed-after'](names.names, names.count) : refusalWords(thrown, refusals));
    }
    await changed();
  };
  const columns: Column<ImportRef>[] = [
    { key: 'name', title: words.name, phone: 'title', cell: ({ fileName }) => fileName },
    { key: 'when', title: words.when, cell: ({ appliedAt }) => (appliedAt ? <Time at={appliedAt} /> : null) },
    { key: 'who', title: words.who, cell: ({ by }) => by },
    {
      key: 'counts',
      title: words.counts,
      number: true,
      cell: ({ counts }) => `${counts.created} / ${counts.changed}`,
    },
    {
      key: 'state',
      title: words.state,
      phone: 'corner',
      cell: ({ state }) => (
        <State filled={state === 'applied'}>{words.states[state === 'undone' ? 'undone' : 'applied']}</State>
      ),
    },
  ];

  return (
    <Panel title={words.recent}>
      <Table
        label={words.recent}
        columns={columns}
        rows={rows}
        idOf={({ id }) => id}
        nameOf={({ fileName }) => fileName}
        actions={({ id, state, fileName }) =>
          state === 'applied' ? (
            <Button
              size="small"
              weight="quiet"
              icon="undo"
              aria-label={words.undoOf(fileName)}
              onClick={() => undo(id)}
            >
              {words.undo}
            </Button>
          ) : null
        }
        more={{ load: found.hasNextPage ? () => found.fetchNextPage() : null, loading: found.isFetchingNextPage }}
        empty={<EmptyState why={words.noRecent} />}
        failed={
          found.isError && !found.data ? (
            <Problem
              what={listWords.failed}
              id={problemOf(found.error)?.requestId}
              action={<Button onClick={() => found.refetch()}>{listWords.retry}</Button>}
            />
          ) : undefined
        }
      />
    </Panel>
  );
}
