import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '#kit/Button';
import { Label } from '#kit/Chip';
import { LoadProblem } from '#kit/LoadProblem';
import { Panel } from '#kit/Panel';
import type { Column } from '#kit/Table';
import { Lines, Table } from '#kit/Table';
import { Time } from '#kit/Time';
import { useText } from '#platform/browser/language';
import { accountText } from './account-text.ts';
import { browserName } from './browser-name.ts';
import { accountKey, api, type Session, sessionsQuery } from './queries.ts';
import { useChange } from './use-change.ts';

/** Where the person is signed in, and signing out there. */
export function SessionPanel(): ReactNode {
  const words = useText(accountText).sessions;
  const sessions = useQuery(sessionsQuery);
  const ending = useChange({
    run: async (id: string | null) => {
      if (id === null) return api.endMyOtherSessions();
      await api.endMySession({ id });
      return { ended: 1 };
    },
    stale: [accountKey],
    said: ({ ended }) => words.ended(ended),
  });
  const columns: Column<Session>[] = [
    {
      key: 'device',
      title: words.device,
      phone: 'title',
      cell: (session) => (
        <Lines
          main={
            <>
              {browserName(session.userAgent) ?? words.unknown} {session.current ? <Label>{words.here}</Label> : null}
            </>
          }
          sub={session.ip}
        />
      ),
    },
    { key: 'how', title: words.how, cell: ({ method }) => words.methods[method] },
    { key: 'seen', title: words.seen, cell: ({ seenAt }) => <Time at={seenAt} /> },
    {
      key: 'end',
      title: '',
      cell: ({ id, current }) =>
        current ? null : (
          <Button size="small" onClick={() => ending.mutate(id)}>
            {words.end}
          </Button>
        ),
    },
  ];
  return (
    <Panel
      title={words.title}
      action={
        (sessions.data?.length ?? 0) > 1 ? (
          <Button size="small" onClick={() => ending.mutate(null)}>
            {words.endOthers}
          </Button>
        ) : undefined
      }
    >
      <Table
        label={words.label}
        columns={columns}
        rows={sessions.data}
        idOf={({ id }) => id}
        nameOf={({ userAgent }) => browserName(userAgent) ?? words.unknown}
        empty={null}
        failed={sessions.isError ? <LoadProblem thrown={sessions.error} retry={() => sessions.refetch()} /> : undefined}
      />
    </Panel>
  );
}
