import type { ReactNode } from 'react';
import { Button } from '#kit/Button';
import { Dialog } from '#kit/Dialog';
import { useText } from '#platform/browser/language';
import { LinkDialog } from './LinkDialog.tsx';
import classes from './people.module.css';
import { peopleText } from './people-text.ts';
import { api, type Person, peopleKey } from './queries.ts';
import { useChange } from './use-change.ts';
import { useRefusal } from './use-refusal.ts';

/** Makes a link for somebody who has lost every way to sign in. */
export function AgainDialog(props: { person: Person; onClose: () => void }): ReactNode {
  const words = useText(peopleText);
  const refusal = useRefusal();
  const { id, name } = props.person;
  const inviting = useChange({
    run: () => api.inviteAgain({ id, days: 1 }),
    stale: [peopleKey],
    refused: 'form',
  });
  if (inviting.data) return <LinkDialog link={inviting.data} name={name} onClose={props.onClose} />;
  return (
    <Dialog
      title={words.again.title(name)}
      opened
      onClose={props.onClose}
      actions={
        <>
          <Button weight="main" busy={inviting.isPending} onClick={() => inviting.mutate(undefined)}>
            {words.again.submit}
          </Button>
          <Button onClick={props.onClose}>{words.cancel}</Button>
        </>
      }
    >
      <div className={classes.body}>
        <p>{words.again.hint}</p>
        {inviting.error ? (
          <p className={classes.failed} role="alert">
            {refusal(inviting.error)}
          </p>
        ) : null}
      </div>
    </Dialog>
  );
}
