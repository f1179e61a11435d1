import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { PageHead } from '#kit/PageHead';
import { useText } from '#platform/browser/language';
import { LinkGone } from './LinkGone.tsx';
import { NewcomerForm } from './NewcomerForm.tsx';
import { PasskeysElsewhere } from './PasskeysElsewhere.tsx';
import { api } from './queries.ts';
import classes from './SignInPage.module.css';
import { signInText } from './sign-in-text.ts';
import { tokenOfLink } from './token-of-link.ts';
import { useEntry } from './use-entry.ts';

/** The very first page of a house: whoever started the server becomes its administrator. */
export function FirstRunPage(): ReactNode {
  const words = useText(signInText).first;
  const token = tokenOfLink();
  const enter = useEntry();
  const link = useQuery({
    queryKey: ['first-run', token],
    queryFn: ({ signal }) => api.checkFirstRun({ token }, { signal }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });

  if (link.isError) return <LinkGone thrown={link.error} />;
  return (
    <>
      <PageHead title={words.title} answer={link.data ? words.answer : words.checking} />
      {link.data ? (
        <div className={classes.ways}>
          <PasskeysElsewhere />
          <NewcomerForm
            name=""
            email={null}
            asksName
            submit={words.submit}
            ask={(who) => api.askFirstPasskey({ token, ...who })}
            accept={(newcomer) => api.createAdministrator({ token, ...newcomer })}
            onDone={enter}
          />
        </div>
      ) : null}
    </>
  );
}
