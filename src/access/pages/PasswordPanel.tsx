import { type ReactNode, useState } from 'react';
import { Button } from '#kit/Button';
import { Dialog } from '#kit/Dialog';
import { FactList } from '#kit/Facts';
import { Panel } from '#kit/Panel';
import { Time } from '#kit/Time';
import { useText } from '#platform/browser/language';
import classes from './account.module.css';
import { accountText } from './account-text.ts';
import { NewPasswordField } from './PasswordField.tsx';
import { accountKey, api } from './queries.ts';
import { useChange } from './use-change.ts';
import { useRefusal } from './use-refusal.ts';

/** The password: whether there is one, since when, and another. */
export function PasswordPanel(props: { password: { changedAt: string } | null }): ReactNode {
  const words = useText(accountText).password;
  const [asked, setAsked] = useState(false);
  return (
    <Panel title={words.title} padded>
      <div className={classes.body}>
        {props.password ? (
          <FactList facts={[[words.changed, <Time key="at" at={props.password.changedAt} />]]} />
        ) : (
          <p>{words.none}</p>
        )}
        <Button onClick={() => setAsked(true)}>{props.password ? words.change : words.set}</Button>
      </div>
      {asked ? <PasswordDialog hasOne={props.password !== null} onClose={() => setAsked(false)} /> : null}
    </Panel>
  );
}

function PasswordDialog(props: { hasOne: boolean; onClose: () => void }): ReactNode {
  const { password: words, cancel } = useText(accountText);
  const refusal = useRefusal();
  const [password, setPassword] = useState('');
  const title = props.hasOne ? words.change : words.set;
  const changing = useChange({
    run: () => api.changePassword({ password }),
    stale: [accountKey],
    said: () => words.done,
    done: props.onClose,
    refused: 'form',
  });
  return (
    <Dialog
      title={title}
      opened
      onClose={props.onClose}
      actions={
        <>
          <Button weight="main" type="submit" form="new-password-form" busy={changing.isPending}>
            {title}
          </Button>
          <Button onClick={props.onClose}>{cancel}</Button>
        </>
      }
    >
      <form
        id="new-password-form"
        className={classes.body}
        onSubmit={(event) => {
          event.preventDefault();
          changing.mutate(undefined);
        }}
      >
        <NewPasswordField
          name="new-password"
          label={words.new}
          value={password}
          onChange={setPassword}
          error={changing.error ? refusal(changing.error) : undefined}
        />
        <p>{words.others}</p>
      </form>
    </Dialog>
  );
}
