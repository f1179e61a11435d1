import { type ReactNode, useState } from 'react';
import { Button } from '#kit/Button';
import { Dialog } from '#kit/Dialog';
import { ErrorSummary } from '#kit/ErrorSummary';
import { CheckField, Fields, SelectField, TextField } from '#kit/Field';
import { useToast } from '#kit/Toast';
import { useLanguage, useText } from '#platform/browser/language';
import { usePerson } from '#platform/browser/person';
import type { Permission } from '../model.ts';
import classes from './account.module.css';
import { accountText } from './account-text.ts';
import { permissionWords } from './permission-text.ts';
import { accountKey, api } from './queries.ts';
import { useChange } from './use-change.ts';
import { useRefusal } from './use-refusal.ts';

const lives = [30, 90, 180, 365];

/** Makes a key: what it is for, what it may do of what the person may, and how long it works. */
export function KeyDialog(props: { onMade: (key: string) => void; onClose: () => void }): ReactNode {
  const { keys: words, cancel } = useText(accountText);
  const { language } = useLanguage();
  const refusal = useRefusal();
  const mine = (usePerson()?.permissions ?? []) as Permission[];
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<Permission[]>([]);
  const [days, setDays] = useState(90);
  const [errors, setErrors] = useState<{ field: string; message: string }[]>([]);
  const making = useChange({
    run: () => api.makeKey({ name, scopes, days }),
    stale: [accountKey],
    done: ({ key }) => props.onMade(key),
    refused: 'form',
  });
  const submit = () => {
    const found = [
      ...(name.trim() ? [] : [{ field: 'key-name', message: words.nameMissing }]),
      ...(scopes.length > 0 ? [] : [{ field: `key-${mine[0]}`, message: words.scopesMissing }]),
    ];
    setErrors(found);
    if (found.length === 0) making.mutate(undefined);
  };
  return (
    <Dialog
      title={words.makeTitle}
      opened
      onClose={props.onClose}
      actions={
        <>
          <Button weight="main" busy={making.isPending} onClick={submit}>
            {words.make}
          </Button>
          <Button onClick={props.onClose}>{cancel}</Button>
        </>
      }
    >
      <Fields>
        <ErrorSummary errors={errors} />
        {making.error ? (
          <p className={classes.failed} role="alert">
            {refusal(making.error)}
          </p>
        ) : null}
        <TextField
          name="key-name"
          label={words.name}
          hint={words.nameHint}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={100}
          data-autofocus
          error={errors.find(({ field }) => field === 'key-name')?.message}
        />
        <fieldset className={classes.scopes}>
          <legend>{words.scopes}</legend>
          {mine.map((scope) => (
            <CheckField
              key={scope}
              name={`key-${scope}`}
              label={permissionWords[scope][language]}
              checked={scopes.includes(scope)}
              onChange={(event) =>
                setScopes(event.currentTarget.checked ? [...scopes, scope] : scopes.filter((one) => one !== scope))
              }
            />
          ))}
        </fieldset>
        <SelectField
          name="key-days"
          label={words.days}
          value={String(days)}
          onChange={(event) => setDays(Number(event.currentTarget.value))}
          options={lives.map((life) => ({ value: String(life), label: words.dayChoice(life) }))}
        />
      </Fields>
    </Dialog>
  );
}

/** The key itself, this once. */
export function NewKey(props: { secret: string; onClose: () => void }): ReactNode {
  const words = useText(accountText).keys;
  const toast = useToast();
  const copy = async () => {
    await navigator.clipboard.writeText(props.secret);
    toast(words.copied);
  };
  return (
    <Dialog
      title={words.shownTitle}
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
        <p>{words.shownHint}</p>
        <code className={classes.secret}>{props.secret}</code>
      </div>
    </Dialog>
  );
}
