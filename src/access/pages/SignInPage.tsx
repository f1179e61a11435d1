import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { Button } from '#kit/Button';
import { EmptyState } from '#kit/EmptyState';
import { LoadProblem } from '#kit/LoadProblem';
import { PageHead } from '#kit/PageHead';
import { Problem } from '#kit/Problem';
import { useText } from '#platform/browser/language';
import { usePerson } from '#platform/browser/person';
import { CodeStep } from './CodeStep.tsx';
import { usePasskeysWork } from './NewcomerForm.tsx';
import { PasskeySignIn } from './PasskeySignIn.tsx';
import { PasswordSignIn } from './PasswordSignIn.tsx';
import { ProviderLinks } from './ProviderLinks.tsx';
import { waysInQuery } from './queries.ts';
import classes from './SignInPage.module.css';
import { signInText } from './sign-in-text.ts';
import { useEntry } from './use-entry.ts';

/** Signing in: by passkey first, by password, by the company's provider; after a password perhaps a code. */
export function SignInPage(): ReactNode {
  const words = useText(signInText);
  const { next, problem } = useSearch({ strict: false }) as { next?: string; problem?: string };
  const enter = useEntry(next);
  const person = usePerson();
  const ways = useQuery(waysInQuery);
  const weight = usePasskeysWork() ? 'plain' : 'main';
  const [ticket, setTicket] = useState<string | null>(null);

  if (ticket !== null) return <CodeStep ticket={ticket} onDone={enter} onBack={() => setTicket(null)} />;
  return (
    <>
      <PageHead title={words.title} />
      {person ? (
        <EmptyState why={words.signedIn(person.name)} action={<Button onClick={enter}>{words.goOn}</Button>} />
      ) : null}
      <div className={classes.ways}>
        {problem && problem in words.problem ? (
          <Problem what={words.problem[problem as keyof typeof words.problem]} />
        ) : null}
        {ways.isError ? <LoadProblem thrown={ways.error} retry={() => ways.refetch()} /> : null}
        {ways.data?.firstRun ? <Problem kind="question" what={words.firstRun} /> : null}
        {ways.data ? <PasskeySignIn passkeys={ways.data.passkeys} onDone={enter} /> : null}
        {ways.data ? <ProviderLinks providers={ways.data.providers} next={next} /> : null}
        <p className={classes.or}>{words.or}</p>
        <PasswordSignIn weight={weight} onDone={enter} onSecondStep={setTicket} />
        <p className={classes.lost}>{words.lost}</p>
      </div>
    </>
  );
}
