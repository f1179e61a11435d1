import { useLocation } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense } from 'react';
import { knowsDone, touredStep, useMayBegin } from './begin.ts';

const FirstStepsStrip = lazy(() => import('../beside.ts').then((loaded) => ({ default: loaded.FirstStepsStrip })));

/** Loads the strip of the first steps where it may be wanted: on the way, and on 本日の対応 while some are open. */
export function FirstStepsFoot(): ReactNode {
  const { pathname } = useLocation();
  const mayBegin = useMayBegin();
  const isWanted = touredStep() !== null || (pathname === '/today' && !knowsDone());
  if (!mayBegin || !isWanted) return null;
  return (
    <Suspense>
      <FirstStepsStrip />
    </Suspense>
  );
}
