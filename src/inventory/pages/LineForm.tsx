import { lazy, type ReactNode, Suspense, useRef } from 'react';
import type { LineFormProps } from './LineDialog.tsx';

const LineDialog = lazy(() => import('./LineDialog.tsx').then((loaded) => ({ default: loaded.LineDialog })));

/** Makes a product line, or gives one another name. */
export function LineForm(props: LineFormProps): ReactNode {
  const wasOpened = useRef(false);
  if (props.opened) wasOpened.current = true;
  if (!wasOpened.current) return null;
  return (
    <Suspense>
      <LineDialog {...props} />
    </Suspense>
  );
}
