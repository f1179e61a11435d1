import { useMutation, useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { Button, ButtonAnchor } from '#kit/Button';
import { Dialog } from '#kit/Dialog';
import { useText } from '#platform/browser/language';
import { accountText } from './account-text.ts';
import { PasswordField } from './PasswordField.tsx';
import classes from './Proof.module.css';
import { choosePasskey } from './passkey.ts';
import { api, mySignInQuery } from './queries.ts';
import { detailOf, useRefusal } from './use-refusal.ts';

type Waiting = { go: () => void; stop: (reason: unknown) => void };
type Prove = <T>(change: () => Promise<T>) => Promise<T>;

const Proving = createContext<Prove>((change) => change());

/**
 * Makes a change; when the server wants to know again who sits here, asks, and makes it then.
 * `await prove(() => api.startTotp())` fails with the refusal when the person stops.
 */
export const useProof = (): Prove => useContext(Proving);

/** Asks in a dialog over the page whatever change below it needs a proof. */
export function ProofProvider(props: { children: ReactNode }): ReactNode {
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  const prove = useCallback<Prove>(async (change) => {
    try {
      return await change();
    } catch (thrown) {
      if (detailOf(thrown, 'reason') !== 'proof-needed') throw thrown;
      await new Promise<void>((go, stop) => setWaiting({ go, stop: () => stop(thrown) }));
      return change();
    }
  }, []);
  const value = useMemo(() => prove, [prove]);
  const end = (way: keyof Waiting) => {
    waiting?.[way](null);
    setWaiting(null);
  };
  return (
    <Proving value={value}>
      {props.children}
      {waiting ? <ProofDialog onProved={() => end('go')} onClose={() => end('stop')} /> : null}
    </Proving>
  );
}

function ProofDialog(props: { onProved: () => void; onClose: () => void }): ReactNode {
  const words = useText(accountText).proof;
  const { cancel } = useText(accountText);
  const refusal = useRefusal();
  const ways = useQuery(mySignInQuery).data;
  const [password, setPassword] = useState('');
  const byPassword = useMutation({
    mutationFn: () => api.proveByPassword({ password }),
    onSuccess: props.onProved,
  });
  const byPasskey = useMutation({
    mutationFn: async () => api.proveByPasskey({ answer: await choosePasskey(await api.askPasskeyProof()) }),
    onSuccess: props.onProved,
  });
  const hasPasskeys = ways !== undefined && ways.passkeys.length > 0;
  const hasNothing = ways !== undefined && !ways.password && !hasPasskeys && ways.identities.length === 0;
  const here = window.location.pathname + window.location.search;
  return (
    <Dialog
      title={words.title}
      opened
      onClose={props.onClose}
      actions={
        <>
          {ways?.password ? (
            <Button weight="main" type="submit" form="proof" busy={byPassword.isPending}>
              {words.submit}
            </Button>
          ) : null}
          {hasPasskeys ? (
            <Button icon="key" busy={byPasskey.isPending} onClick={() => byPasskey.mutate()}>
              {words.passkey}
            </Button>
          ) : null}
          {ways?.identities.map(({ slug, name }) => (
            <ButtonAnchor key={slug} href={`/auth/oidc/${slug}/start?purpose=prove&next=${encodeURIComponent(here)}`}>
              {words.by(name)}
            </ButtonAnchor>
          ))}
          <Button onClick={props.onClose}>{cancel}</Button>
        </>
      }
    >
      <div className={classes.body}>
        <p>{hasNothing ? words.nothing : words.why}</p>
        {byPasskey.error ? (
          <p className={classes.failed} role="alert">
            {refusal(byPasskey.error)}
          </p>
        ) : null}
        {ways?.password ? (
          <form
            id="proof"
            onSubmit={(event) => {
              event.preventDefault();
              byPassword.mutate();
            }}
          >
            <PasswordField
              name="proof-password"
              label={words.password}
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
              required
              data-autofocus
              error={byPassword.error ? refusal(byPassword.error) : undefined}
            />
          </form>
        ) : null}
      </div>
    </Dialog>
  );
}
