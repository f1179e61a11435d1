import { type QueryClient, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { Button } from '#kit/Button';
import { Dialog } from '#kit/Dialog';
import { useText } from '#platform/browser/language';
import { shellQuery, useSignOut } from './session.ts';
import { type SessionEnd, sessionEnd, WARNING_MS } from './session-end.ts';
import { text } from './text.ts';

/** Says two minutes before a session ends that it will, and lets the person go on; what is being written stays. */
export function SessionWatch(): ReactNode {
  const words = useText(text).session;
  const queries = useQueryClient();
  const signOut = useSignOut();
  const ending = useEndingSession();
  const goOn = () => queries.refetchQueries({ queryKey: shellQuery.queryKey });

  return (
    <Dialog
      title={words.title}
      opened={ending !== null}
      onClose={goOn}
      actions={
        <>
          {ending?.canGoOn ? (
            <Button weight="main" onClick={goOn}>
              {words.goOn}
            </Button>
          ) : null}
          <Button onClick={signOut}>{words.signOut}</Button>
        </>
      }
    >
      <p>{ending?.canGoOn ? words.idle : words.fixed}</p>
    </Dialog>
  );
}

function useEndingSession(): SessionEnd | null {
  const queries = useQueryClient();
  const router = useRouter();
  const { session } = useSuspenseQuery(shellQuery).data;
  const lastCallAt = useLastCall(queries);
  const [ending, setEnding] = useState<SessionEnd | null>(null);

  useEffect(() => {
    setEnding(null);
    if (!session) return;
    const end = sessionEnd(session, lastCallAt);
    const warn = setTimeout(() => setEnding(end), Math.max(0, end.at - WARNING_MS - Date.now()));
    const leave = setTimeout(
      () => {
        queries.removeQueries({ queryKey: shellQuery.queryKey });
        router.invalidate();
      },
      Math.max(0, end.at - Date.now()),
    );
    return () => {
      clearTimeout(warn);
      clearTimeout(leave);
    };
  }, [session, lastCallAt, queries, router]);
  return ending;
}

// Each answer of the server is a sign of life that moves the end of the session.
function useLastCall(queries: QueryClient): number {
  const [at, setAt] = useState(() => Date.now());
  useEffect(() => {
    const unsubscribe = [
      queries.getQueryCache().subscribe((event) => {
        if (event.type === 'updated' && event.action.type === 'success') setAt(Date.now());
      }),
      queries.getMutationCache().subscribe((event) => {
        if (event.type === 'updated' && event.action.type === 'success') setAt(Date.now());
      }),
    ];
    return () => {
      for (const stop of unsubscribe) stop();
    };
  }, [queries]);
  return at;
}
