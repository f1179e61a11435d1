import { useText } from '#platform/browser/language';
import { texts } from '#platform/browser/texts';

const text = texts(
  { byItself: { demo: 'demonstration', start: 'start' } },
  { byItself: { demo: 'デモデータ', start: '起動' } },
);

/** Who did something, as the history keeps it: a person's name, or the words for what the house does by itself. */
export function useWho(): (by: string) => string {
  const byItself: Readonly<Record<string, string>> = useText(text).byItself;
  return (by) => byItself[by] ?? by;
}
