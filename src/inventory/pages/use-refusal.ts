import { useText } from '#platform/browser/language';
import { text } from './refusal-text.ts';
import { refusalWords } from './refusal-words.ts';

/** Says why something was refused, in the words that all pages of the inventory share. */
export function useRefusal(): (thrown: unknown) => string {
  const { refusals } = useText(text);
  return (thrown) => refusalWords(thrown, refusals);
}
