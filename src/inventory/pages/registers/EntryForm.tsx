import { lazy, type ReactNode, Suspense, useRef } from 'react';
import type { PickOptions } from '#kit/PickField';

// What a form weighs comes with the first that is opened.
const EntryDrawer = lazy(() => import('./EntryDrawer.tsx').then((loaded) => ({ default: loaded.EntryDrawer })));

/** What is typed or chosen, by field; nothing is ''. */
export type Draft = Record<string, string>;

type Words = {
  key: string;
  label: string;
  hint?: string;
  optional?: boolean;
  /** What is said where it stays empty, when the label alone does not tell what to do. */
  needed?: string;
  /** Takes the cursor when the form opens. */
  first?: boolean;
  /** What is wrong with what was typed, or nothing. */
  faultOf?: (typed: string) => string | undefined;
};
/** One field of the form of an entry. */
export type EntryField =
  | (Words & { as: 'line' | 'lines' | 'day' | 'month' | 'count' | 'mail'; most: number })
  | (Words & { as: 'pick'; nothing?: string } & Pick<PickOptions, 'options' | 'onSearch'>)
  | (Words & { as: 'choice'; options: { value: string; label: string }[] });

export interface EntryFormProps {
  title: string;
  opened: boolean;
  /** Which fields there are may hang on what was chosen. */
  fields: (draft: Draft) => readonly EntryField[];
  initial: Draft;
  save: string;
  /** Writes the entry; what it throws is said in the form, which stays open with everything in it. */
  write: (draft: Draft) => Promise<void>;
  onClose: () => void;
}

/** A form for one entry of a register, from the right. */
export function EntryForm(props: EntryFormProps): ReactNode {
  const wasOpened = useRef(false);
  if (props.opened) wasOpened.current = true;
  if (!wasOpened.current) return null;
  return (
    <Suspense>
      <EntryDrawer {...props} />
    </Suspense>
  );
}
