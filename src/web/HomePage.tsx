import { Navigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { EmptyState } from '#kit/EmptyState';
import { PageHead } from '#kit/PageHead';
import { useText } from '#platform/browser/language';
import { useOpenPlaces } from './places.tsx';
import { text } from './text.ts';

/** The first place that the person may open; without any role, words on how to get one. */
export function HomePage(): ReactNode {
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
