import { problemOf } from '#platform/browser/client';
import { useText } from '#platform/browser/language';
import { text as refusalText } from '../refusal-text.ts';
import { refusalWords } from '../refusal-words.ts';
import { text } from './refusal-text.ts';

/** Says why something about a release was refused, in words that tell what to do. */
export function useReleaseRefusal(): (thrown: unknown) => string {
  const words = useText(text);
  const { refusals } = useText(refusalText);
  return (thrown) => {
    const details = problemOf(thrown)?.details ?? {};
    const reason = String(details.reason ?? '');
    if (reason === 'taken') return words.taken(String(details.name ?? ''));
    if (reason === 'in-use') return words['in-use'](Array.isArray(details.names) ? details.names.join('、') : '');
    const said = words[reason as 'part-itself'];
    return typeof said === 'string' ? said : refusalWords(thrown, refusals);
  };
}
