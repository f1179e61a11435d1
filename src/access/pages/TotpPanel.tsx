import { type ReactNode, useState } from 'react';
import { Button } from '#kit/Button';
import { Panel } from '#kit/Panel';
import { useText } from '#platform/browser/language';
import { AskDialog } from './AskDialog.tsx';
import classes from './account.module.css';
import { accountText } from './account-text.ts';
import { accountKey, api } from './queries.ts';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import { type NewTotp, TotpDialog } from './TotpDialog.tsx';
import { useChange } from './use-change.ts';

type Ways = Pick<Awaited<ReturnType<typeof api.describeMySignIn>>, 'password' | 'totp' | 'recoveryCodesLeft'>;

/** The second step after a password: the authenticator app and its recovery codes. */
export function TotpPanel({ ways }: { ways: Ways }): ReactNode {
  const words = useText(accountText).totp;
  const [started, setStarted] = useState<NewTotp | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const [removes, setRemoves] = useState(false);
  const starting = useChange({ run: () => api.startTotp(), stale: [], done: setStarted });
  const renewing = useChange({
    run: () => api.renewRecoveryCodes(),
    stale: [accountKey],
    done: ({ recoveryCodes }) => setCodes(recoveryCodes),
  });
  return (
    <Panel title={words.title} aside={ways.totp ? words.left(ways.recoveryCodesLeft) : undefined} padded>
      <div className={classes.body}>
        <p>{ways.totp ? words.on : ways.password ? words.off : words.needsPassword}</p>
        <div className={classes.buttons}>
          {ways.totp ? (
            <>
              <Button busy={renewing.isPending} onClick={() => renewing.mutate(undefined)}>
                {words.renew}
              </Button>
              <Button onClick={() => setRemoves(true)}>{words.remove}</Button>
            </>
          ) : null}
          {!ways.totp && ways.password ? (
            <Button busy={starting.isPending} onClick={() => starting.mutate(undefined)}>
              {words.set}
            </Button>
          ) : null}
        </div>
      </div>
      {started ? (
        <TotpDialog
          totp={started}
          onDone={(recoveryCodes) => {
            setStarted(null);
            setCodes(recoveryCodes);
          }}
          onClose={() => setStarted(null)}
        />
      ) : null}
      {codes ? <RecoveryCodes codes={codes} onClose={() => setCodes(null)} /> : null}
      {removes ? <RemoveDialog onClose={() => setRemoves(false)} /> : null}
    </Panel>
  );
}

function RemoveDialog({ onClose }: { onClose: () => void }): ReactNode {
  const words = useText(accountText).totp;
  const removing = useChange({
    run: () => api.removeTotp(),
    stale: [accountKey],
    said: () => words.removed,
    done: onClose,
    refused: 'form',
  });
  return (
    <AskDialog title={words.removeTitle} verb={words.remove} change={removing} onClose={onClose}>
      {words.removeHint}
    </AskDialog>
  );
}
