import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from '#kit/Button';
import { useText } from '#platform/browser/language';
import { PasskeysElsewhere } from './PasskeysElsewhere.tsx';
import { canOfferPasskeys, choosePasskey, offerPasskeys } from './passkey.ts';
import { api } from './queries.ts';
import classes from './SignInPage.module.css';
import { signInText } from './sign-in-text.ts';
import { useRefusal } from './use-refusal.ts';

type Passkeys = Awaited<ReturnType<typeof api.describeSignIn>>['passkeys'];

/** The button for passkeys; where they cannot work it says why, or where the same page stands where they do. */
export function PasskeySignIn(props: { passkeys: Passkeys; onDone: () => void }): ReactNode {
  const { passkeys, onDone } = props;
  if ('obstacle' in passkeys || !passkeys.origins.includes(window.location.origin)) return <PasskeysElsewhere />;
  return <Choose onDone={onDone} />;
}

function Choose({ onDone }: { onDone: () => void }): ReactNode {
  const words = useText(signInText);
  const refusal = useRefusal();
  const signIn = useMutation({
    mutationFn: async (offered: Chosen | null) =>
      api.signInWithPasskey({ answer: offered ?? (await choosePasskey(await api.askPasskeySignIn())) }),
    onSuccess: onDone,
  });
  // One at a time: a second session would end the first one, with whatever the page has begun to load in it.
  useOffer((chosen) => {
    if (!signIn.isPending) signIn.mutate(chosen);
  });
  return (
    <div className={classes.wide}>
      <Button weight="main" size="large" icon="key" busy={signIn.isPending} onClick={() => signIn.mutate(null)}>
        {words.passkey}
      </Button>
      {signIn.error ? (
        <p className={classes.failed} role="alert">
          {refusal(signIn.error)}
        </p>
      ) : (
        <p className={classes.note}>{words.passkeyHint}</p>
      )}
    </div>
  );
}

type Chosen = Awaited<ReturnType<typeof choosePasskey>>;

/** The browser may offer passkeys in the field for the mail address, too; that nobody chooses one there is no failure. */
function useOffer(onChosen: (chosen: Chosen) => void): void {
  const chosen = useRef(onChosen);
  chosen.current = onChosen;
  useEffect(() => {
    let left = false;
    const offer = async () => {
      if (!(await canOfferPasskeys()) || left) return;
      const answer = await offerPasskeys(await api.askPasskeySignIn());
      if (!left) chosen.current(answer);
    };
    offer().catch(() => {});
    return () => {
      left = true;
    };
  }, []);
}
