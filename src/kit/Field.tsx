import { type ComponentPropsWithRef, type ReactNode, useId } from 'react';
import { useText } from '#platform/browser/language';
import classes from './Field.module.css';
import { Icon } from './Icon.tsx';
import ticks from './Tick.module.css';
import { text } from './text.ts';

/** What every field says about itself. */
export interface FieldWords {
  label: string;
  /** One line between label and field: where to find the answer, how to write it. */
  hint?: ReactNode;
  /** What is wrong and how to write it instead; the field keeps the input. */
  error?: string | undefined;
  /** Required is the normal case and is not marked. */
  optional?: boolean | undefined;
  /** In a table the head of the column says it to those who see. */
  labelHidden?: boolean | undefined;
}

/** What the control inside a field needs to belong to its words. */
export interface ControlProps {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

/** Label above, hint between, control, error below: for a control of your own. ErrorSummary links to `id`. */
export function Field(
  props: FieldWords & { id?: string | undefined; children: (control: ControlProps) => ReactNode },
): ReactNode {
  const words = useText(text);
  const made = useId();
  const id = props.id ?? made;
  const hintId = props.hint ? `${id}-hint` : '';
  const errorId = props.error ? `${id}-error` : '';
  const describedBy = `${hintId} ${errorId}`.trim() || undefined;
  return (
    <div className={classes.field}>
      <label htmlFor={id} className={props.labelHidden ? classes.unseen : classes.label}>
        {props.label}
        {props.optional ? <span className={classes.optional}>{words.optional}</span> : null}
      </label>
      {props.hint ? (
        <p id={hintId} className={classes.hint}>
          {props.hint}
        </p>
      ) : null}
      {props.children({ id, 'aria-describedby': describedBy, 'aria-invalid': props.error ? true : undefined })}
      <ErrorLine id={errorId} error={props.error} />
    </div>
  );
}

function ErrorLine(props: { id: string; error: string | undefined }): ReactNode {
  if (!props.error) return null;
  return (
    <p id={props.id} className={classes.error}>
      <Icon name="warning" size={14} />
      {props.error}
    </p>
  );
}

/** One line of text; `type` for mail, passwords, days. Its `name` is also its id. */
export function TextField(props: FieldWords & Omit<ComponentPropsWithRef<'input'>, 'children'>): ReactNode {
  const { label, hint, error, optional, ...input } = props;
  return (
    <Field {...{ label, hint, error, optional }} id={input.id ?? input.name}>
      {(control) => <input type="text" {...input} {...control} className={classes.input} />}
    </Field>
  );
}

/** Several lines of text; grows with what is written. */
export function TextArea(props: FieldWords & Omit<ComponentPropsWithRef<'textarea'>, 'children'>): ReactNode {
  const { label, hint, error, optional, ...input } = props;
  return (
    <Field {...{ label, hint, error, optional }} id={input.id ?? input.name}>
      {(control) => <textarea rows={3} {...input} {...control} className={classes.area} />}
    </Field>
  );
}

/** A choice from a list that one can look over; for hundreds use PickField. */
export function SelectField(
  props: FieldWords & { options: { value: string; label: string }[] } & Omit<
      ComponentPropsWithRef<'select'>,
      'children'
    >,
): ReactNode {
  const { label, hint, error, optional, labelHidden, options, ...input } = props;
  return (
    <Field {...{ label, hint, error, optional, labelHidden }} id={input.id ?? input.name}>
      {(control) => (
        <select {...input} {...control} className={classes.input}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** A yes that is given by ticking; never ticked beforehand where it is a consent. */
export function CheckField(props: { label: ReactNode; hint?: ReactNode } & ComponentPropsWithRef<'input'>): ReactNode {
  const { label, hint, ...input } = props;
  const made = useId();
  const id = input.id ?? input.name ?? made;
  return (
    <div className={classes.check}>
      <input
        {...input}
        id={id}
        type="checkbox"
        className={ticks.tick}
        aria-describedby={hint ? `${id}-hint` : undefined}
      />
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <p id={`${id}-hint`} className={classes.hint}>
          {hint}
        </p>
      ) : null}
    </div>
  );
}

/** One of a few, all of them to be seen. */
export function ChoiceField<Value extends string>(
  props: FieldWords & {
    name: string;
    options: { value: Value; label: string; hint?: string }[];
    value: Value | null;
    onChange: (value: Value) => void;
  },
): ReactNode {
  const words = useText(text);
  const errorId = props.error ? `${props.name}-error` : undefined;
  return (
    <fieldset id={props.name} className={classes.choices} aria-describedby={errorId} tabIndex={-1}>
      <legend className={classes.label}>
        {props.label}
        {props.optional ? <span className={classes.optional}>{words.optional}</span> : null}
      </legend>
      {props.hint ? <p className={classes.hint}>{props.hint}</p> : null}
      {props.options.map((option) => (
        <label key={option.value} className={classes.choice}>
          <input
            type="radio"
            className={ticks.tick}
            name={props.name}
            value={option.value}
            checked={props.value === option.value}
            onChange={() => props.onChange(option.value)}
          />
          <span>
            {option.label}
            {option.hint ? <span className={classes.hint}>{option.hint}</span> : null}
          </span>
        </label>
      ))}
      <ErrorLine id={errorId ?? ''} error={props.error} />
    </fieldset>
  );
}

/** Fields below each other at the form's distance. */
export function Fields(props: { children: ReactNode }): ReactNode {
  return <div className={classes.fields}>{props.children}</div>;
}

/** The buttons at the end of a form; the main one first, and beside it what still has to be said. */
export function FormActions(props: { children: ReactNode }): ReactNode {
  return <div className={classes.actions}>{props.children}</div>;
}
