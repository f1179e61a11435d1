import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { LoadProblem } from '#kit/LoadProblem';
import { PageHead } from '#kit/PageHead';
import { Stack } from '#kit/Panel';
import { Problem } from '#kit/Problem';
import { Skeleton } from '#kit/Skeleton';
import { useText } from '#platform/browser/language';
import { accountText } from './account-text.ts';
import { PasskeyPanel } from './PasskeyPanel.tsx';
import { PasswordPanel } from './PasswordPanel.tsx';
import { ProfilePanel } from './ProfilePanel.tsx';
import { ProofProvider } from './Proof.tsx';
import { mySignInQuery } from './queries.ts';
import { SessionPanel } from './SessionPanel.tsx';
import { SingleSignOnPanel } from './SingleSignOnPanel.tsx';
import { signInText } from './sign-in-text.ts';
import { TotpPanel } from './TotpPanel.tsx';

/** Everything about one's own account: name, language, the ways to sign in, and where one is signed in. */
export function MyAccountPage(): ReactNode {
  const words = useText(accountText);
  const problems = useText(signInText).problem;
  const { problem } = useSearch({ strict: false }) as { problem?: string };
  const ways = useQuery(mySignInQuery);
  const isStrong = ways.data && (ways.data.totp || (!ways.data.password && ways.data.passkeys.length > 0));
  return (
    <ProofProvider>
      <PageHead
        title={words.title}
        crumbs={[{ label: words.settings, to: '/settings' }]}
        answer={ways.data ? (isStrong ? words.answer.strong : words.answer.weak) : words.answer.loading}
      />
      <Stack>
        {problem && problem in problems ? <Problem what={problems[problem as keyof typeof problems]} /> : null}
        <ProfilePanel />
        {ways.isError ? <LoadProblem thrown={ways.error} retry={() => ways.refetch()} /> : null}
        {ways.data ? (
          <>
            <PasskeyPanel passkeys={ways.data.passkeys} />
            <PasswordPanel password={ways.data.password} />
            <TotpPanel ways={ways.data} />
            <SingleSignOnPanel identities={ways.data.identities} />
          </>
        ) : (
          <Skeleton rows={6} />
        )}
        <SessionPanel />
      </Stack>
    </ProofProvider>
  );
}
