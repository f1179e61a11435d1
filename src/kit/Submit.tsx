import { type FormEvent, type ReactNode, useState } from 'react';
import { useText } from '#platform/browser/language';
import { Button } from './Button.tsx';
import { FormActions } from './Field.tsx';
import { text } from './text.ts';

/** What is wrong with what was written, by the name of the field, in words that say how to write it. */
type Faults<Name extends string = string> = Partial<Record<Name, string>>;

interface Submitting<Name extends string> {
  /** For the form: nothing is written while something is wrong. */
  submit: (event: FormEvent) => Promise<void>;
  faults: Faults<Name>;
  /** The same for an ErrorSummary. */
  errors: { field: string; message: string }[];
  /** What writing has thrown; null while nothing was. */
  refused: unknown;
  /** Whether it is being written right now. */
  busy: boolean;
}

/** The way of a form from what was written in it to what stands; refused, it stays as it is with everything in it. */
export function useSubmit<Name extends string = never>(
  write: () => Promise<unknown>,
  check: () => Faults<Name> = () => ({}),
): Submitting<Name> {
  const [faults, setFaults] = useState<Faults<Name>>({});
  const [refused, setRefused] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = check();
    setFaults(found);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    setRefused(null);
    try {
      await write();
    } catch (thrown) {
      setRefused(thrown);
    } finally {
      setBusy(false);
    }
  };
  const errors = Object.entries<string | undefined>(faults).flatMap(([field, message]) =>
    message === undefined ? [] : [{ field, message }],
  );
  return { submit, faults, errors, refused, busy };
}

/** The end of a form: its main button, and the way out that leaves everything as it was. */
export function SaveOrCancel(props: { save: string; busy: boolean; onCancel: () => void }): ReactNode {
  const { cancel } = useText(text);
  return (
    <FormActions>
      <Button type="submit" weight="main" busy={props.busy}>
        {props.save}
      </Button>
      <Button onClick={props.onCancel}>{cancel}</Button>
    </FormActions>
  );
}
