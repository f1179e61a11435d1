import { type ReactNode, useState } from 'react';
import { Drawer } from '#kit/Drawer';
import { ErrorSummary } from '#kit/ErrorSummary';
import { ChoiceField, Fields, TextArea, TextField } from '#kit/Field';
import { PickField } from '#kit/PickField';
import { Problem } from '#kit/Problem';
import { SaveOrCancel, useSubmit } from '#kit/Submit';
import { useText } from '#platform/browser/language';
import type { EntryField, EntryFormProps } from './EntryForm.tsx';
import { useEntryRefusal } from './entry-refusal.ts';
import { text } from './text.ts';

/** A form for one entry of a register, from the right. */
export function EntryDrawer(props: EntryFormProps): ReactNode {
  return (
    <Drawer title={props.title} opened={props.opened} onClose={props.onClose}>
      {props.opened ? <Form {...props} /> : null}
    </Drawer>
  );
}

function Form({ fields: fieldsFor, initial, save, write, onClose }: EntryFormProps): ReactNode {
  const words = useText(text);
  const refusal = useEntryRefusal();
  const [draft, setDraft] = useState(initial);
  const fields = fieldsFor(draft);

  const { submit, faults, errors, refused, busy } = useSubmit<string>(
    () => write(draft).then(onClose),
    () => Object.fromEntries(fields.flatMap((field) => faultOf(field) ?? [])),
  );
  const faultOf = ({ key, label, optional, needed, faultOf: faultOfTyped }: EntryField) => {
    const typed = draft[key]?.trim() ?? '';
    const message = typed ? faultOfTyped?.(typed) : optional ? undefined : (needed ?? words.needed(label));
    return message ? [[key, message] as const] : null;
  };

  return (
    <form onSubmit={submit} noValidate>
      <ErrorSummary errors={errors} />
      {refused ? <Problem what={refusal(refused)} /> : null}
      <Fields>
        {fields.map((field) => (
          <OneField
            key={field.key}
            field={field}
            value={draft[field.key] ?? ''}
            error={faults[field.key]}
            onChange={(value) => setDraft((before) => ({ ...before, [field.key]: value }))}
          />
        ))}
      </Fields>
      <SaveOrCancel save={save} busy={busy} onCancel={onClose} />
    </form>
  );
}

const types: Partial<Record<EntryField['as'], string>> = { day: 'date', month: 'month', mail: 'email' };

function OneField(props: {
  field: EntryField;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}): ReactNode {
  const { field, value, error, onChange } = props;
  const { nothing } = useText(text);
  const { key: name, label, hint, optional } = field;
  const said = { name, label, hint, optional, error };
  if (field.as === 'pick')
    return (
      <PickField
        {...said}
        options={field.options}
        value={value || null}
        onChange={(chosen) => onChange(chosen ?? '')}
        nothing={field.nothing ?? nothing}
        {...(field.onSearch ? { onSearch: field.onSearch } : {})}
      />
    );
  if (field.as === 'choice') return <ChoiceField {...said} options={field.options} value={value} onChange={onChange} />;
  if (field.as === 'lines')
    return (
      <TextArea
        {...said}
        maxLength={field.most}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  return (
    <TextField
      {...said}
      type={types[field.as] ?? 'text'}
      inputMode={field.as === 'count' ? 'numeric' : undefined}
      data-autofocus={field.first}
      maxLength={field.most}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
