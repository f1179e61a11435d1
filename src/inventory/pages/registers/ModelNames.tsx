import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Button } from '#kit/Button';
import { EmptyState } from '#kit/EmptyState';
import { LoadProblem } from '#kit/LoadProblem';
import { Panel } from '#kit/Panel';
import { Table } from '#kit/Table';
import { useText } from '#platform/browser/language';
import type { ListedSoldAs } from '../../contract/registers.ts';
import type { ModelPage } from '../../contract.ts';
import { EntryActions } from './EntryActions.tsx';
import { NameForm } from './NameForm.tsx';
import { useNameColumns } from './name-columns.tsx';
import { namesOfQuery, registers } from './queries.ts';
import { text } from './text.ts';
import { useTakingAway } from './use-taking-away.ts';

/** Under which names a model is sold by partners, or whose model it is. */
export function ModelNames({ model, mayChange }: { model: ModelPage; mayChange: boolean }): ReactNode {
  const { names: words } = useText(text);
  const [editing, setEditing] = useState<ListedSoldAs | 'new' | null>(null);
  const found = useQuery(namesOfQuery(model.id));
  const takeAway = useTakingAway(registers.removeSoldAs, registers.restoreSoldAs);
  return (
    <Panel
      title={words.panel}
      action={
        mayChange ? (
          <Button size="small" icon="plus" onClick={() => setEditing('new')}>
            {words.add}
          </Button>
        ) : null
      }
    >
      <Table
        label={words.panel}
        columns={useNameColumns('one-model')}
        rows={found.data?.items}
        idOf={({ id }) => id}
        nameOf={({ name }) => name}
        actions={(row) =>
          mayChange ? (
            <EntryActions name={row.name} edit={() => setEditing(row)} remove={() => takeAway(row.name, row)} />
          ) : null
        }
        empty={<EmptyState why={words.none} next={words.noneNext} />}
        failed={found.isError ? <LoadProblem thrown={found.error} retry={() => found.refetch()} /> : undefined}
      />
      <NameForm
        entry={editing === 'new' ? null : editing}
        model={model}
        opened={editing !== null}
        onClose={() => setEditing(null)}
      />
    </Panel>
  );
}
