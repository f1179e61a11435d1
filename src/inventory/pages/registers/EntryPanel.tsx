import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Button } from '#kit/Button';
import { LoadProblem } from '#kit/LoadProblem';
import { Panel } from '#kit/Panel';
import { type Column, Table } from '#kit/Table';
import { EntryActions } from './EntryActions.tsx';

/** The form of an entry: null makes a new one. */
export interface EntrySubject<Entry> {
  entry: Entry | null;
  opened: boolean;
  onClose: () => void;
}

interface Entries<Entry> {
  title: string;
  /** The words of the button that makes a new one. */
  add: string;
  mayChange: boolean;
  columns: Column<Entry>[];
  found: Pick<UseQueryResult, 'isError' | 'error' | 'refetch'>;
  rows: Entry[] | undefined;
  idOf: (entry: Entry) => string;
  nameOf: (entry: Entry) => string;
  /** Whether the form can change what stands, or only make new ones. */
  changes: boolean;
  takeAway: (name: string, entry: Entry) => void;
  empty: ReactNode;
  form: (subject: EntrySubject<Entry>) => ReactNode;
}

/** The entries of a register that belong to one thing: a table with its form beside it. */
export function EntryPanel<Entry>(props: Entries<Entry>): ReactNode {
  const { title, mayChange, found, nameOf } = props;
  const [editing, setEditing] = useState<Entry | 'new' | null>(null);
  const edit = (entry: Entry) => (props.changes ? { edit: () => setEditing(entry) } : {});
  return (
    <Panel
      title={title}
      action={
        mayChange ? (
          <Button size="small" icon="plus" onClick={() => setEditing('new')}>
            {props.add}
          </Button>
        ) : null
      }
    >
      <Table
        label={title}
        columns={props.columns}
        rows={props.rows}
        idOf={props.idOf}
        nameOf={nameOf}
        actions={(entry) =>
          mayChange ? (
            <EntryActions name={nameOf(entry)} {...edit(entry)} remove={() => props.takeAway(nameOf(entry), entry)} />
          ) : null
        }
        empty={props.empty}
        failed={found.isError ? <LoadProblem thrown={found.error} retry={() => found.refetch()} /> : undefined}
      />
      {props.form({
        entry: editing === 'new' ? null : editing,
        opened: editing !== null,
        onClose: () => setEditing(null),
      })}
    </Panel>
  );
}
