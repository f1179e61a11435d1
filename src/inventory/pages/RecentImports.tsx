import type { ReactNode } from 'react';
import { Button } from '#kit/Button';
import { State } from '#kit/Chip';
import { EmptyState } from '#kit/EmptyState';
import { LoadProblem } from '#kit/LoadProblem';
import { Panel } from '#kit/Panel';
import { type Column, Table } from '#kit/Table';
import { Time } from '#kit/Time';
import { useText } from '#platform/browser/language';
import type { RegisterImportRef } from '../contract/register-imports.ts';
import type { ImportRef } from '../contract.ts';
import { text } from './import-text.ts';
import { type Importing, useTakingBack } from './use-import.ts';

type Import = ImportRef | RegisterImportRef;
interface Found {
  data: { pages: { items: Import[] }[] } | undefined;
  error: unknown;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
  refetch: () => unknown;
}

/** What was imported before, by whom, and the way back. */
export function RecentImports(props: {
  found: Found;
  importing: Pick<Importing<unknown>, 'undo' | 'undone'>;
}): ReactNode {
  const words = useText(text).import;
  const { found } = props;
  const undo = useTakingBack(props.importing);
  const rows = found.data?.pages.flatMap(({ items }) => items);
  const columns: Column<Import>[] = [
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
          found.error && !found.data ? <LoadProblem thrown={found.error} retry={() => found.refetch()} /> : undefined
        }
      />
    </Panel>
  );
}
