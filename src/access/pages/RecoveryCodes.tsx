import type { ReactNode } from 'react';
import { Button } from '#kit/Button';
import { Dialog } from '#kit/Dialog';
import { useToast } from '#kit/Toast';
import { useText } from '#platform/browser/language';
import classes from './account.module.css';
import { accountText } from './account-text.ts';

/** The recovery codes, this once. */
export function RecoveryCodes(props: { codes: string[]; onClose: () => void }): ReactNode {
  const words = useText(accountText).totp;
  const toast = useToast();
  const copy = async () => {
    await navigator.clipboard.writeText(props.codes.join('\n'));
    toast(words.copied);
  };
  return (
    <Dialog
      title={words.codesTitle}
      opened
      onClose={props.onClose}
      actions={
        <>
          <Button weight="main" onClick={props.onClose}>
            {words.keep}
          </Button>
          <Button icon="copy" onClick={copy}>
            {words.copy}
          </Button>
        </>
      }
    >
      <div className={classes.body}>
        <p>{words.codesHint}</p>
        <ul className={classes.codes}>
          {props.codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
