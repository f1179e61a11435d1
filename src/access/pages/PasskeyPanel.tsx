import { type ReactNode, useState } from 'react';
import { Button } from '#kit/Button';
import { MoreMenu } from '#kit/MoreMenu';
import { Panel } from '#kit/Panel';
import { Time } from '#kit/Time';
import { useText } from '#platform/browser/language';
import { AskDialog } from './AskDialog.tsx';
import classes from './account.module.css';
import { accountText } from './account-text.ts';
import { NameDialog } from './NameDialog.tsx';
import { usePasskeysWork } from './NewcomerForm.tsx';
import { PasskeysElsewhere } from './PasskeysElsewhere.tsx';
import { useProof } from './Proof.tsx';
import { makePasskey } from './passkey.ts';
import { accountKey, api } from './queries.ts';
import { useChange } from './use-change.ts';

type Passkeys = Awaited<ReturnType<typeof api.describeMySignIn>>['passkeys'];
type Passkey = Passkeys[number];

/** The person's passkeys by name; adding, renaming, removing. */
export function PasskeyPanel({ passkeys }: { passkeys: Passkeys }): ReactNode {
  const words = useText(accountText).passkeys;
  const canAdd = usePasskeysWork();
  const [asked, setAsked] = useState<'add' | { rename: Passkey } | { remove: Passkey } | null>(null);
  const close = () => setAsked(null);
  return (
    <Panel title={words.title} padded>
      <div className={classes.body}>
        {passkeys.length === 0 ? (
          <>
            <p>{words.none}</p>
            <p>{words.noneNext}</p>
          </>
        ) : (
          <ul className={classes.list}>
            {passkeys.map((passkey) => (
              <li key={passkey.id}>
                <span>
                  <b>{passkey.name}</b>
                  <span className={classes.sub}>
                    {passkey.backedUp ? words.backedUp : words.onlyHere} · {words.used}{' '}
                    {passkey.usedAt ? <Time at={passkey.usedAt} /> : words.never}
                  </span>
                </span>
                <MoreMenu
                  label={words.actions(passkey.name)}
                  items={[
                    { label: words.rename, icon: 'edit', run: () => setAsked({ rename: passkey }) },
                    { label: words.remove, icon: 'close', run: () => setAsked({ remove: passkey }) },
                  ]}
                />
              </li>
            ))}
          </ul>
        )}
        {canAdd ? (
          <Button icon="plus" onClick={() => setAsked('add')}>
            {words.add}
          </Button>
        ) : (
          <PasskeysElsewhere />
        )}
      </div>
      {asked === 'add' ? <AddDialog onClose={close} /> : null}
      {asked !== null && asked !== 'add' && 'rename' in asked ? (
        <RenameDialog passkey={asked.rename} onClose={close} />
      ) : null}
      {asked !== null && asked !== 'add' && 'remove' in asked ? (
        <RemoveDialog passkey={asked.remove} onClose={close} />
      ) : null}
    </Panel>
  );
}

function AddDialog({ onClose }: { onClose: () => void }): ReactNode {
  const words = useText(accountText).passkeys;
  const prove = useProof();
  const adding = useChange({
    run: async (name: string) => {
      const question = await prove(() => api.askMyPasskey());
      return api.addPasskey({ name, answer: await makePasskey(question) });
    },
    stale: [accountKey],
    said: (_, name) => words.added(name),
    done: onClose,
    refused: 'form',
  });
  return (
    <NameDialog
      title={words.add}
      submit={words.add}
      label={words.addName}
      hint={words.addHint}
      name=""
      change={adding}
      onClose={onClose}
    />
  );
}

function RenameDialog({ passkey, onClose }: { passkey: Passkey; onClose: () => void }): ReactNode {
  const words = useText(accountText);
  const renaming = useChange({
    run: (name: string) => api.renamePasskey({ id: passkey.id, name }),
    stale: [accountKey],
    said: (_, name) => words.passkeys.renamed(name),
    undo: () => () => api.renamePasskey({ id: passkey.id, name: passkey.name }),
    done: onClose,
    refused: 'form',
  });
  return (
    <NameDialog
      title={words.passkeys.rename}
      submit={words.save}
      label={words.passkeys.addName}
      name={passkey.name}
      change={renaming}
      onClose={onClose}
    />
  );
}

function RemoveDialog({ passkey, onClose }: { passkey: Passkey; onClose: () => void }): ReactNode {
  const words = useText(accountText).passkeys;
  const removing = useChange({
    run: () => api.removePasskey({ id: passkey.id }),
    stale: [accountKey],
    said: () => words.removed(passkey.name),
    done: onClose,
    refused: 'form',
  });
  return (
    <AskDialog title={words.removeTitle(passkey.name)} verb={words.remove} change={removing} onClose={onClose}>
      {words.removeHint}
    </AskDialog>
  );
}
