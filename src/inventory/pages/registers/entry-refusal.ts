import { problemOf } from '#platform/browser/client';
import { useText } from '#platform/browser/language';
import { text as shared } from '../refusal-text.ts';
import { changesSince, refusalWords } from '../refusal-words.ts';
import { text } from './refusal-text.ts';

/** Says why something about an entry of a register was refused, in words that tell what to do. */
export function useEntryRefusal(): (thrown: unknown) => string {
  const words = useText(text);
  const { refusals } = useText(shared);
  return (thrown) => {
    const [change] = changesSince(thrown);
    if (change) return words['changed-since'](change.by);
    const details = problemOf(thrown)?.details ?? {};
    const reason = String(details.reason ?? '');
    const name = String(details.name ?? '');
    if (reason === 'taken') return words.taken(name);
    if (reason === 'in-use') return words['in-use'](Array.isArray(details.names) ? details.names.join('、') : name);
    const said = words[reason as 'model-gone'];
    return typeof said === 'string' ? said : refusalWords(thrown, refusals);
  };
}
