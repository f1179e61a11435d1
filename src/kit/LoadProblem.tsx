import type { ReactNode } from 'react';
import { problemOf } from '#platform/browser/client';
import { useText } from '#platform/browser/language';
import { Button } from './Button.tsx';
import { Problem } from './Problem.tsx';
import { text } from './text.ts';

/** In place of a part that could not be loaded: what failed, what is safe, the id to quote, and the way to try again. */
export function LoadProblem(props: { thrown: unknown; retry: () => void; safe?: string }): ReactNode {
  const words = useText(text);
  return (
    <Problem
      what={words.loadFailed}
      safe={props.safe ?? words.loadSafe}
      id={problemOf(props.thrown)?.requestId}
      action={<Button onClick={props.retry}>{words.loadAgain}</Button>}
    />
  );
}
