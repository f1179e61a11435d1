import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Button } from '#kit/Button';
import { ExportButton } from '#kit/ExportButton';
import { PageHead } from '#kit/PageHead';
import { oneOf, row, someOf, useUrlState, word } from '#kit/UrlState';
import { ViewTabs } from '#kit/ViewTabs';
import { useText } from '#platform/browser/language';
import { useMay } from '#platform/browser/person';
import { Role } from '../model.ts';
import { InvitationList } from './InvitationList.tsx';
import { InviteDialog } from './InviteDialog.tsx';
import { PeopleList } from './PeopleList.tsx';
import { ProofProvider } from './Proof.tsx';
import { peopleText } from './people-text.ts';
import { invitationsQuery, type PeopleView, peopleQuery } from './queries.ts';

const view = {
  view: oneOf(['people', 'invitations'], 'people'),
  q: word(),
  role: someOf(Role.options),
  state: oneOf(['active', 'disabled', 'all'], 'active'),
  row: row(),
};
export type PeopleState = ReturnType<typeof useUrlState<typeof view>>;

/** Who is here, what they may do and how they sign in; inviting, giving roles, shutting out. */
export function PeoplePage(): ReactNode {
  const words = useText(peopleText);
  const mayWrite = useMay('person:write');
  const [state, setState] = useUrlState(view);
  const [invites, setInvites] = useState(false);
  const filter = filterOf(state);
  const everybody = useInfiniteQuery(peopleQuery({ text: '', state: 'active' }));
  const invitations = useInfiniteQuery(invitationsQuery);
  const total = everybody.data?.pages[0]?.total;
  const open = invitations.data?.pages[0]?.total ?? 0;
  return (
    <ProofProvider>
      <PageHead
        title={words.title}
        crumbs={[{ label: words.settings, to: '/settings' }]}
        answer={total === undefined ? words.counting : words.answer(words.people(total), String(open))}
        actions={
          <>
            <ExportButton
              list="people"
              href={(format) => `/api/people/export?${new URLSearchParams({ ...filter, format }).toString()}`}
            />
            {mayWrite ? (
              <Button weight="main" icon="plus" onClick={() => setInvites(true)}>
                {words.invite}
              </Button>
            ) : null}
          </>
        }
      />
      <ViewTabs
        list="people"
        params={view}
        label={words.views.label}
        tabs={[
          { label: words.views.people, to: '/settings/people', current: state.view === 'people' },
          {
            label: words.views.invitations,
            to: '/settings/people',
            search: { view: 'invitations' },
            current: state.view === 'invitations',
            count: open,
          },
        ]}
      />
      {state.view === 'people' ? (
        <PeopleList state={[state, setState]} filter={filter} onInvite={() => setInvites(true)} />
      ) : (
        <InvitationList onInvite={() => setInvites(true)} />
      )}
      {invites ? <InviteDialog onClose={() => setInvites(false)} /> : null}
    </ProofProvider>
  );
}

function filterOf({ q, role, state }: PeopleState[0]): PeopleView {
  const [first] = role;
  return { text: q, state, ...(first ? { role: first } : {}) };
}
