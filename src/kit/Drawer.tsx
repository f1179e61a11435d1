import { lazy, type ReactNode, Suspense, useRef } from 'react';
import { useFocusBack } from './focus-back.ts';

export interface DrawerProps {
  title: string;
  opened: boolean;
  onClose: () => void;
  children: ReactNode;
}

const DrawerWindow = lazy(() => import('./DrawerWindow.tsx').then((loaded) => ({ default: loaded.DrawerWindow })));

/** A form or a long detail that slides in from the right over the page; Esc closes it. */
export function Drawer(props: DrawerProps): ReactNode {
  const wasOpened = useRef(false);
  useFocusBack(props.opened);
  if (props.opened) wasOpened.current = true;
  if (!wasOpened.current) return null;
  return (
    <Suspense>
      <DrawerWindow {...props} />
    </Suspense>
  );
}
