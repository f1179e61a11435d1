import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '#kit/Button';
import { Chip, Label } from '#kit/Chip';
import { EmptyState } from '#kit/EmptyState';
import { LoadProblem } from '#kit/LoadProblem';
import { MoreMenu } from '#kit/MoreMenu';
import { Panel } from '#kit/Panel';
import { type Column, None, Table } from '#kit/Table';
import { Time } from '#kit/Time';
import { useLanguage, useText } from '#platform/browser/language';
import { useMay } from '#platform/browser/person';
import { roles } from '../model.ts';
import { useWhere } from './Divisions.tsx';
import { peopleText } from './people-text.ts';
import { api, type Invitation, invitationsQuery, peopleKey } from './queries.ts';
import { useChange } from './use-change.ts';

/** Who was invited and is not here yet. */
export function InvitationList(props: { onInvite: () => void }): ReactNode {
  const words = useText(peopleText);
  const mayWrite = useMay('person:write');
  const invitations = useInfiniteQuery(invitationsQuery);
  const columns = useInvitationColumns();
  const withdrawing = useChange({
    run: ({ id }: Invitation) => api.withdrawInvitation({ id }),
    stale: [peopleKey],
    said: (_, { email }) => words.done.withdrawn(email),
  });
  return (
    <Panel>
      <Table
        label={words.invitations.label}
        columns={columns}
        rows={invitations.data?.pages.flatMap(({ items }) => items)}
        idOf={({ id }) => id}
        nameOf={({ email }) => email}
        {...(mayWrite
          ? {
              actions: (invitation: Invitation) => (
                <MoreMenu
                  label={words.invitations.actions(invitation.email)}
                  items={[
                    { label: words.invitations.withdraw, icon: 'close', run: () => withdrawing.mutate(invitation) },
                  ]}
                />
              ),
            }
          : {})}
        more={{
          total: invitations.data?.pages[0]?.total,
          load: invitations.hasNextPage ? () => invitations.fetchNextPage() : null,
          loading: invitations.isFetchingNextPage,
        }}
        empty={
          <EmptyState
            why={words.invitations.none}
            {...(mayWrite ? { action: <Button onClick={props.onInvite}>{words.invite}</Button> } : {})}
          />
        }
        failed={
          invitations.isError ? (
            <LoadProblem thrown={invitations.error} retry={() => invitations.refetch()} />
          ) : undefined
        }
      />
    </Panel>
  );
}

function useInvitationColumns(): Column<Invitation>[] {
  const { invitations: words, roleIn } = useText(peopleText);
  const { language } = useLanguage();
  const where = useWhere();
  return [
    { key: 'email', title: words.columns.email, phone: 'title', cell: ({ email }) => email },
    { key: 'name', title: words.columns.name, cell: ({ name }) => name },
    {
      key: 'role',
      title: words.columns.role,
      cell: ({ role, divisionId }) =>
        role === null ? <Label>{words.again}</Label> : roleIn(roles[role][language], where(divisionId)),
    },
    { key: 'by', title: words.columns.by, cell: ({ invitedByName }) => invitedByName ?? <None /> },
    {
      key: 'until',
      title: words.columns.until,
      cell: ({ expiresAt, expired, inviterDisabled }) => {
        if (expired) return <Chip>{words.expired}</Chip>;
        return inviterDisabled ? <Chip>{words.inviterDisabled}</Chip> : <Time at={expiresAt} />;
      },
    },
  ];
}
