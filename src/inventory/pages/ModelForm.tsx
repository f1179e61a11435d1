import { lazy, type ReactNode, Suspense, useRef } from 'react';
import type { ModelFormProps } from './ModelDrawer.tsx';

const ModelDrawer = lazy(() => import('./ModelDrawer.tsx').then((loaded) => ({ default: loaded.ModelDrawer })));

/** Registers a model, or changes what is said about one. */
export function ModelForm(props: ModelFormProps): ReactNode {
  const wasOpened = useRef(false);
  if (props.opened) wasOpened.current = true;
  if (!wasOpened.current) return null;
  return (
    <Suspense>
      <ModelDrawer {...props} />
    </Suspense>
  );
}
