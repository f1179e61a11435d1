import type { UseMutationResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '#kit/Button';
import { Dialog } from '#kit/Dialog';
import { useText } from '#platform/browser/language';
import classes from './account.module.css';
import { accountText } from './account-text.ts';
import { useRefusal } from './use-refusal.ts';

/** Asks before something that cannot be taken back: what happens, then the verb. */
export function AskDialog(props: {
  title: string;
  verb: string;
  change: Pick<UseMutationResult<unknown, Error, unknown>, 'isPending' | 'error' | 'mutate'>;
  onClose: () => void;
  children: ReactNode;
}): ReactNode {
  const { cancel } = useText(accountText);
  const refusal = useRefusal();
  const { change } = props;
  return (
    <Dialog
      title={props.title}
      opened
      onClose={props.onClose}
      actions={
        <>
          <Button weight="danger" busy={change.isPending} onClick={() => change.mutate(undefined)}>
            {props.verb}
          </Button>
          <Button onClick={props.onClose}>{cancel}</Button>
        </>
      }
    >
      <div className={classes.body}>
        <p>{props.children}</p>
        {change.error ? (
          <p className={classes.failed} role="alert">
            {refusal(change.error)}
          </p>
        ) : null}
      </div>
    </Dialog>
  );
}
