import { lazy, type ReactNode, Suspense, useRef } from 'react';
import { useFocusBack } from './focus-back.ts';

export interface DialogProps {
  /** What will happen, or what is asked. */
  title: string;
  opened: boolean;
  onClose: () => void;
  size?: 'normal' | 'wide';
  /** The verbs of the title, the main one first. */
  actions?: ReactNode;
  children: ReactNode;
}

// The first page does without dialogs; this comes when the first one opens.
const DialogWindow = lazy(() => import('./DialogWindow.tsx').then((loaded) => ({ default: loaded.DialogWindow })));

/** A question or a small form over the page. Esc and a click outside close it without doing anything. */
export function Dialog(props: DialogProps): ReactNode {
  const wasOpened = useRef(false);
  useFocusBack(props.opened);
  if (props.opened) wasOpened.current = true;
  if (!wasOpened.current) return null;
  return (
    <Suspense>
      <DialogWindow {...props} />
    </Suspense>
  );
}
