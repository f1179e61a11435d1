import { QueryCache, QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import { KeysProvider } from '#kit/Keys';
import { Theme } from '#kit/Theme';
import { ToastProvider } from '#kit/Toast';
import { problemOf } from '#platform/browser/client';
import { LanguageProvider, useLanguage } from '#platform/browser/language';
import { PersonProvider } from '#platform/browser/person';
import { makeRouter } from './routes.tsx';
import { isSignedOut, keepLanguage, shellQuery } from './session.ts';

/** The whole app with everything its pages stand on. */
export function App(props: { nonce: string }): ReactNode {
  const [{ queries, router }] = useState(makeApp);
  return (
    <Theme nonce={props.nonce}>
      <QueryClientProvider client={queries}>
        <WithPerson>
          <KeysProvider>
            <ToastProvider>
              <RouterProvider router={router} />
            </ToastProvider>
          </KeysProvider>
        </WithPerson>
      </QueryClientProvider>
    </Theme>
  );
}

function makeApp() {
  const onError = (thrown: unknown) => {
    if (!isSignedOut(thrown)) return;
    // The session ended while the page was open: ask again who is here, and the frame leads to signing in and back.
    queries.removeQueries({ queryKey: shellQuery.queryKey });
    router.invalidate();
  };
  const queries = new QueryClient({
    queryCache: new QueryCache({ onError }),
    defaultOptions: { queries: { staleTime: 10_000, retry: (count, thrown) => count < 2 && !isFinal(thrown) } },
  });
  const router = makeRouter(queries);
  return { queries, router };
}

// A refusal stays a refusal; only a server that cannot be reached, or failed, is worth another try.
function isFinal(thrown: unknown): boolean {
  const status = problemOf(thrown)?.status ?? 0;
  return status >= 400 && status < 500;
}

function WithPerson(props: { children: ReactNode }): ReactNode {
  const { data } = useQuery(shellQuery);
  return (
    <LanguageProvider preferred={data?.person?.locale} onChoose={data?.person ? keepLanguage : undefined}>
      <PersonInLanguage>{props.children}</PersonInLanguage>
    </LanguageProvider>
  );
}

function PersonInLanguage(props: { children: ReactNode }): ReactNode {
  const { language } = useLanguage();
  const person = useQuery(shellQuery).data?.person ?? null;
  const inLanguage = useMemo(
    () => person && { ...person, roles: person.roles.map((role) => role[language]) },
    [person, language],
  );
  return <PersonProvider person={inLanguage}>{props.children}</PersonProvider>;
}
