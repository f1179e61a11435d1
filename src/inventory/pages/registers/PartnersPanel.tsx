import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Button } from '#kit/Button';
import { EmptyState } from '#kit/EmptyState';
import { LoadProblem } from '#kit/LoadProblem';
import { Panel } from '#kit/Panel';
import { type Column, Lines, None, Table } from '#kit/Table';
import { useText } from '#platform/browser/language';
import type { ListedPartner } from '../../contract/registers.ts';
import { EntryActions } from './EntryActions.tsx';
import { PartnerForm } from './PartnerForm.tsx';
import { partnersQuery, registers } from './queries.ts';
import { text } from './text.ts';
import { useTakingAway } from './use-taking-away.ts';

/** The partners with whom to tell there; all of them, or those that the page is about. */
export function PartnersPanel({ only, mayWrite }: { only: string[]; mayWrite: boolean }): ReactNode {
  const words = useText(text);
  const { partner } = words;
  const [editing, setEditing] = useState<ListedPartner | 'new' | null>(null);
  const found = useQuery(partnersQuery);
  const takeAway = useTakingAway(registers.removePartner, registers.restorePartner);
  const columns: Column<ListedPartner>[] = [
    {
      key: 'name',
      title: partner.name,
      phone: 'title',
      cell: ({ name, oursUnderTheirs, theirsUnderOurs }) => (
        <Lines main={name} sub={partner.counts(oursUnderTheirs, theirsUnderOurs)} />
      ),
    },
    { key: 'contact', title: partner.contactPost, cell: ({ contactPost }) => contactPost || <None /> },
    {
      key: 'email',
      title: partner.email,
      cell: ({ email }) => (email ? <a href={`mailto:${email}`}>{email}</a> : <None />),
    },
    { key: 'phone', title: partner.phone, cell: ({ phone }) => phone || <None /> },
    { key: 'note', title: words.note, cell: ({ note }) => note || <None /> },
  ];
  return (
    <Panel
      title={partner.title}
      action={
        mayWrite ? (
          <Button size="small" icon="plus" onClick={() => setEditing('new')}>
            {partner.add}
          </Button>
        ) : null
      }
    >
      <Table
        label={partner.title}
        columns={columns}
        rows={found.data?.items.filter(({ id }) => only.length === 0 || only.includes(id))}
        idOf={({ id }) => id}
        nameOf={({ name }) => name}
        actions={(row) =>
          mayWrite ? (
            <EntryActions name={row.name} edit={() => setEditing(row)} remove={() => takeAway(row.name, row)} />
          ) : null
        }
        empty={<EmptyState why={partner.none} />}
        failed={found.isError ? <LoadProblem thrown={found.error} retry={() => found.refetch()} /> : undefined}
      />
      <PartnerForm
        entry={editing === 'new' ? null : editing}
        opened={editing !== null}
        onClose={() => setEditing(null)}
      />
    </Panel>
  );
}
