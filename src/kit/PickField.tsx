import { lazy, type ReactNode, Suspense } from 'react';
import classes from './Field.module.css';
import { Field, type FieldWords } from './Field.tsx';

export interface PickOptions {
  name: string;
  options: { value: string; label: string; reading?: string }[];
  value: string | null;
  onChange: (value: string | null) => void;
  /** Shown when nothing has the typed part in its name. */
  nothing: string;
  /** What is typed, when the server has more options than were given. */
  onSearch?: (typed: string) => void;
}

// The list and its keyboard weigh more than all other fields together; they come with the first form that picks.
const PickControl = lazy(() => import('./PickControl.tsx').then((loaded) => ({ default: loaded.PickControl })));

/** A choice among many, found by typing a part of it in any width of letters or kana. null is none. */
export function PickField(props: FieldWords & PickOptions): ReactNode {
  const { label, hint, error, optional, labelHidden, ...options } = props;
  return (
    <Field {...{ label, hint, error, optional, labelHidden }} id={props.name}>
      {(control) => (
        <Suspense fallback={<input {...control} className={classes.input} disabled />}>
          <PickControl {...options} control={control} clearable={optional ?? false} />
        </Suspense>
      )}
    </Field>
  );
}
