import type { UseMutationResult } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Button } from '#kit/Button';
import { Dialog } from '#kit/Dialog';
import { TextField } from '#kit/Field';
import { useText } from '#platform/browser/language';
import { accountText } from './account-text.ts';
import { useRefusal } from './use-refusal.ts';

/** A dialog that asks for one name. */
export function NameDialog(props: {
  title: string;
  submit: string;
  label: string;
  hint?: string;
  name: string;
  change: UseMutationResult<unknown, Error, string>;
  onClose: () => void;
}): ReactNode {
  const { cancel } = useText(accountText);
  const refusal = useRefusal();
  const [name, setName] = useState(props.name);
  const { change } = props;
  return (
    <Dialog
      title={props.title}
      opened
      onClose={props.onClose}
      actions={
        <>
          <Button weight="main" type="submit" form="name-form" busy={change.isPending}>
            {props.submit}
          </Button>
          <Button onClick={props.onClose}>{cancel}</Button>
        </>
      }
    >
      <form
        id="name-form"
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate(name);
        }}
      >
        <TextField
          name="name-of-it"
          label={props.label}
          hint={props.hint}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          required
          maxLength={100}
          data-autofocus
          error={change.error ? refusal(change.error) : undefined}
        />
      </form>
    </Dialog>
  );
}
