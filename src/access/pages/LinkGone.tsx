import type { ReactNode } from 'react';
import { ButtonLink } from '#kit/Button';
import { EmptyState } from '#kit/EmptyState';
import { PageHead } from '#kit/PageHead';
import { useText } from '#platform/browser/language';
import { signInText } from './sign-in-text.ts';
import { useRefusal } from './use-refusal.ts';

/** In place of a page whose link does not work: why, and what to do. */
export function LinkGone(props: { thrown: unknown }): ReactNode {
  const words = useText(signInText).linkGone;
  const refusal = useRefusal();
  return (
    <>
      <PageHead title={words.title} />
      <EmptyState
        why={refusal(props.thrown)}
        action={<ButtonLink to={'/sign-in' as string}>{words.toSignIn}</ButtonLink>}
      />
    </>
  );
}
