import { type ReactNode, useState } from 'react';
import { Button } from '#kit/Button';
import { Dialog } from '#kit/Dialog';
import { TextField } from '#kit/Field';
import { useText } from '#platform/browser/language';
import classes from './account.module.css';
import { accountText } from './account-text.ts';
import { accountKey, api } from './queries.ts';
import { useChange } from './use-change.ts';
import { useRefusal } from './use-refusal.ts';

export type NewTotp = Awaited<ReturnType<typeof api.startTotp>>;

/** Hands the secret to the app, as a picture and as text, and waits for its first code. */
export function TotpDialog(props: {
  totp: NewTotp;
  onDone: (recoveryCodes: string[]) => void;
  onClose: () => void;
}): ReactNode {
  const { totp: words, cancel } = useText(accountText);
  const refusal = useRefusal();
  const { qr, secret } = props.totp;
  const [code, setCode] = useState('');
  const confirming = useChange({
    run: () => api.confirmTotp({ code }),
    stale: [accountKey],
    done: ({ recoveryCodes }) => props.onDone(recoveryCodes),
    refused: 'form',
  });
  return (
    <Dialog
      title={words.setTitle}
      opened
      onClose={props.onClose}
      actions={
        <>
          <Button weight="main" type="submit" form="totp" busy={confirming.isPending}>
            {words.confirm}
          </Button>
          <Button onClick={props.onClose}>{cancel}</Button>
        </>
      }
    >
      <form
        id="totp"
        className={classes.body}
        onSubmit={(event) => {
          event.preventDefault();
          confirming.mutate(undefined);
        }}
      >
        <p>{words.scan}</p>
        <svg className={classes.qr} viewBox={`0 0 ${qr.size} ${qr.size}`} role="img" aria-label={words.qr}>
          <path d={qr.path} fill="#000" shapeRendering="crispEdges" />
        </svg>
        <p>
          {words.key} <code className={classes.secret}>{secret.match(/.{1,4}/g)?.join(' ')}</code>
        </p>
        <TextField
          name="totp-code"
          label={words.code}
          autoComplete="one-time-code"
          inputMode="numeric"
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          required
          error={confirming.error ? refusal(confirming.error) : undefined}
        />
      </form>
    </Dialog>
  );
}
