import type { ReactNode } from 'react';
import { Button } from '#kit/Button';
import { Dialog } from '#kit/Dialog';
import { Time } from '#kit/Time';
import { useToast } from '#kit/Toast';
import { useText } from '#platform/browser/language';
import classes from './people.module.css';
import { peopleText } from './people-text.ts';

/** A link to be sent to somebody, this once. */
export function LinkDialog(props: {
  link: { link: string; expiresAt: string };
  name: string;
  onClose: () => void;
}): ReactNode {
  const words = useText(peopleText).inviteForm;
  const toast = useToast();
  const copy = async () => {
    await navigator.clipboard.writeText(props.link.link);
    toast(words.copied);
  };
  return (
    <Dialog
      title={words.linkTitle}
      opened
      onClose={props.onClose}
      actions={
        <>
          <Button weight="main" icon="copy" onClick={copy}>
            {words.copy}
          </Button>
          <Button onClick={props.onClose}>{words.close}</Button>
        </>
      }
    >
      <div className={classes.body}>
        <p>
          {words.linkHint(props.name)}
          <Time at={props.link.expiresAt} />
        </p>
        <code className={classes.link}>{props.link.link}</code>
      </div>
    </Dialog>
  );
}
