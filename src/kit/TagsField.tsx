import { lazy, type ReactNode, Suspense } from 'react';
import classes from './Field.module.css';
import { Field, type FieldWords } from './Field.tsx';

export interface TagsOptions {
  name: string;
  value: string[];
  onChange: (value: string[]) => void;
  /** Offered while a person types; anything else may be written too. */
  suggestions: string[];
  /** The signs that end a tag, beside Enter. */
  between: string[];
  maxLength: number;
}

const TagsControl = lazy(() => import('./TagsControl.tsx').then((loaded) => ({ default: loaded.TagsControl })));

/** Several short names, each typed or chosen from what is known. */
export function TagsField(props: FieldWords & TagsOptions): ReactNode {
  const { label, hint, error, optional, labelHidden, ...options } = props;
  return (
    <Field {...{ label, hint, error, optional, labelHidden }} id={props.name}>
      {(control) => (
        <Suspense fallback={<input {...control} className={classes.input} disabled />}>
          <TagsControl {...options} control={control} />
        </Suspense>
      )}
    </Field>
  );
}
