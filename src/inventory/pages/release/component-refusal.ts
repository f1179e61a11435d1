import { problemOf } from '#platform/browser/client';
import { useText } from '#platform/browser/language';
import { text as refusalText } from '../refusal-text.ts';
import { refusalWords } from '../refusal-words.ts';
import { text } from './components-text.ts';

/** Says why something about a component was refused, in words that tell what to write instead. */
export function useComponentRefusal(): (thrown: unknown) => string {
  const words = useText(text).refusals;
  const { refusals } = useText(refusalText);
  return (thrown) => {
    const reason = problemOf(thrown)?.details?.reason;
    return typeof reason === 'string' && reason in words
      ? words[reason as keyof typeof words]
      : refusalWords(thrown, refusals);
  };
}
