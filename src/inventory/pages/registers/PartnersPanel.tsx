import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { EmptyState } from '#kit/EmptyState';
import { type Column, Lines, None } from '#kit/Table';
import { useText } from '#platform/browser/language';
import type { ListedPartner } from '../../contract/registers.ts';
import { EntryPanel } from './EntryPanel.tsx';
import { PartnerForm } from './PartnerForm.tsx';
import { partnersQuery, registers } from './queries.ts';
import { text } from './text.ts';
import { useTakingAway } from './use-taking-away.ts';

/** The partners with whom to tell there; all of them, or those that the page is about. */
export function PartnersPanel({ only, mayWrite }: { only: string[]; mayWrite: boolean }): ReactNode {
  const words = useText(text);
  const { partner } = words;
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
    <EntryPanel
      title={partner.title}
      add={partner.add}
      mayChange={mayWrite}
      columns={columns}
      found={found}
      rows={found.data?.items.filter(({ id }) => only.length === 0 || only.includes(id))}
      idOf={({ id }) => id}
      nameOf={({ name }) => name}
      changes
      takeAway={takeAway}
      empty={<EmptyState why={partner.none} />}
      form={(subject) => <PartnerForm {...subject} />}
    />
  );
}
