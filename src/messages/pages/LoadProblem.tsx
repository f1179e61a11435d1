import type { ReactNode } from 'react';
import { Button } from '#kit/Button';
import { Problem } from '#kit/Problem';
import { problemOf } from '#platform/browser/client';
import { useText } from '#platform/browser/language';
import { text } from './text.ts';

/** In place of a list that could not be loaded. */
export function LoadProblem(props: { thrown: unknown; retry: () => void }): ReactNode {
  const words = useText(text);
  return (
    <Problem
      what={words.failed}
      id={problemOf(props.thrown)?.requestId}
      action={<Button onClick={props.retry}>{words.retry}</Button>}
    />
  );
}
