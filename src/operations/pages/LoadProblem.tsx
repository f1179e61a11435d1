import type { ReactNode } from 'react';
import { Button } from '#kit/Button';
import { Problem } from '#kit/Problem';
import { problemOf } from '#platform/browser/client';
import { useText } from '#platform/browser/language';
import { text } from './text.ts';

/** In place of what could not be loaded. */
export function LoadProblem(props: { thrown: unknown; retry: () => void }): ReactNode {
  const words = useText(text).jobs;
  return (
    <Problem
      what={words.loadFailed}
      id={problemOf(props.thrown)?.requestId}
      action={<Button onClick={props.retry}>{words.again}</Button>}
    />
  );
}
