import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { PageHead } from '#kit/PageHead';
import { useLanguage, useText } from '#platform/browser/language';
import { roles } from '../model.ts';
import { LinkGone } from './LinkGone.tsx';
import { NewcomerForm } from './NewcomerForm.tsx';
import { PasskeysElsewhere } from './PasskeysElsewhere.tsx';
import { api } from './queries.ts';
import classes from './SignInPage.module.css';
import { signInText } from './sign-in-text.ts';
import { tokenOfLink } from './token-of-link.ts';
import { useEntry } from './use-entry.ts';

/** Where an invitation leads: somebody new, or somebody who was locked out, says how they want to sign in. */
export function InvitationPage(): ReactNode {
  const { invitation: words, first } = useText(signInText);
  const { language } = useLanguage();
  const token = tokenOfLink();
  const enter = useEntry();
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => api.readInvitation({ token }, { signal }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });

  if (invitation.isError) return <LinkGone thrown={invitation.error} />;
  const { data } = invitation;
  if (!data) return <PageHead title={words.title} answer={first.checking} />;
  const role = data.role ? roles[data.role][language] : '';
  return (
    <>
      <PageHead title={words.title} answer={data.known ? words.again : words.answer(role)} />
      <div className={classes.ways}>
        <PasskeysElsewhere />
        <NewcomerForm
          name={data.name}
          email={data.email}
          asksName={!data.known}
          submit={data.known ? words.submitAgain : words.submit}
          ask={({ name }) => api.askInvitedPasskey({ token, name })}
          accept={({ name, locale, factor }) => api.acceptInvitation({ token, name, locale, factor })}
          onDone={enter}
        />
      </div>
    </>
  );
}
