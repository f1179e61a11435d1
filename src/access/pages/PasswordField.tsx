import { type ComponentPropsWithRef, type ReactNode, useState } from 'react';
import { Field, type FieldWords } from '#kit/Field';
import { useText } from '#platform/browser/language';
import { passwordRules } from '../rules.ts';
import classes from './PasswordField.module.css';
import { signInText } from './sign-in-text.ts';

/** A password that can be pasted, filled in and looked at. Its `name` is also its id. */
export function PasswordField(
  props: FieldWords & Omit<ComponentPropsWithRef<'input'>, 'children' | 'type' | 'value'> & { value: string },
): ReactNode {
  const words = useText(signInText).password;
  const { label, hint, error, optional, ...input } = props;
  const [shown, setShown] = useState(false);
  return (
    <Field {...{ label, hint, error, optional }} id={input.name}>
      {(control) => (
        <span className={classes.both}>
          <input
            {...input}
            {...control}
            type={shown ? 'text' : 'password'}
            autoCapitalize="off"
            spellCheck={false}
            className={classes.input}
          />
          <button type="button" className={classes.show} aria-pressed={shown} onClick={() => setShown(!shown)}>
            {words.show}
          </button>
        </span>
      )}
    </Field>
  );
}

/** A password to be chosen: says how long it must be, and counts. */
export function NewPasswordField(props: {
  name: string;
  label?: string;
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
}): ReactNode {
  const words = useText(signInText).password;
  const typed = [...props.value.normalize('NFKC')].length;
  const missing = passwordRules.minLength - typed;
  return (
    <PasswordField
      name={props.name}
      label={props.label ?? words.choose}
      hint={
        <>
          {words.rule(passwordRules.minLength)}
          {typed > 0 ? <> {missing > 0 ? words.missing(missing) : words.enough(typed)}</> : null}
        </>
      }
      autoComplete="new-password"
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
      required
      error={props.error}
    />
  );
}
