import type { ReactNode } from 'react';
import { Skeleton } from '#kit/Skeleton';

/** Stands where a page will be, once waiting for it has become noticeable. */
export function Waiting(): ReactNode {
  return <Skeleton rows={8} />;
}
