import { Navigate } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense } from 'react';
import { EmptyState } from '#kit/EmptyState';
import { PageHead } from '#kit/PageHead';
import { useText } from '#platform/browser/language';
import { usePerson } from '#platform/browser/person';
import { knowsDone, useMayBegin } from './first-steps/begin.ts';
import { useOpenPlaces } from './places.tsx';
import { text } from './text.ts';
import { Waiting } from './Waiting.tsx';

const StepsOrHome = lazy(() => import('./beside.ts').then((loaded) => ({ default: loaded.StepsOrHome })));

/** The first steps while nothing stands, else the first place that the person may open. */
export function HomePage(): ReactNode {
  const mayBegin = useMayBegin();
  // Right after signing in the person is not known yet, and the places would be those of nobody.
  if (!usePerson()) return <Waiting />;
  if (!mayBegin || knowsDone()) return <FirstPlace />;
  return (
    <Suspense fallback={<Waiting />}>
      <StepsOrHome waiting={<Waiting />}>
        <FirstPlace />
      </StepsOrHome>
    </Suspense>
  );
}

/** Without any role there is none; then words on how to get one. */
function FirstPlace(): ReactNode {
  const words = useText(text).nothing;
  const first = useOpenPlaces()[0];
  if (first) return <Navigate to={first.to} replace />;
  return (
    <>
      <PageHead title={words.title} />
      <EmptyState why={words.why} next={words.next} />
    </>
  );
}
