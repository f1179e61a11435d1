import { Navigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { EmptyState } from '#kit/EmptyState';
import { PageHead } from '#kit/PageHead';
import { useText } from '#platform/browser/language';
import { usePerson } from '#platform/browser/person';
import { useOpenPlaces } from './places.tsx';
import { text } from './text.ts';
import { Waiting } from './Waiting.tsx';

/** The first place that the person may open; without any role, words on how to get one. */
export function HomePage(): ReactNode {
  const words = useText(text).nothing;
  const first = useOpenPlaces()[0];
  // Right after signing in the person is not known yet, and the places would be those of nobody.
  if (!usePerson()) return <Waiting />;
  if (first) return <Navigate to={first.to} replace />;
  return (
    <>
      <PageHead title={words.title} />
      <EmptyState why={words.why} next={words.next} />
    </>
  );
}
