import { useText } from '#platform/browser/language';
import { text } from './text.ts';

/** Who did something, as the history keeps it: a person's name, or the words for what the house does by itself. */
export function useWho(): (by: string) => string {
  const byItself: Readonly<Record<string, string>> = useText(text).model.byItself;
  return (by) => byItself[by] ?? by;
}
