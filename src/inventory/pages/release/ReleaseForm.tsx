import { lazy, type ReactNode, Suspense, useRef } from 'react';
import type { ReleaseSubject } from './ReleaseDrawer.tsx';

const ReleaseDrawer = lazy(() => import('./ReleaseDrawer.tsx').then((loaded) => ({ default: loaded.ReleaseDrawer })));

/** Makes a release of a model, or changes what is said about one. */
export function ReleaseForm(props: ReleaseSubject & { opened: boolean }): ReactNode {
  const wasOpened = useRef(false);
  if (props.opened) wasOpened.current = true;
  if (!wasOpened.current) return null;
  return (
    <Suspense>
      <ReleaseDrawer {...props} />
    </Suspense>
  );
}
