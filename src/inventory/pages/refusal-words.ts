import { problemOf } from '#platform/browser/client';
import type { Like } from '#platform/browser/texts';
import type { text } from './text.ts';

type Words = Like<(typeof text.en)['refusals']>;

/** What a refused call means, in the words of the page: what is wrong and what to do. */
export function refusalWords(thrown: unknown, words: Words): string {
  const problem = problemOf(thrown);
  const details = (problem?.details ?? {}) as Record<string, unknown>;
  const say = (key: string) => String(details[key] ?? '');
  if (problem?.code === 'unreachable') return words.unreachable;
  switch (details.reason) {
    case 'name-taken':
      return words['name-taken'](say('name'));
    case 'number-taken':
      return words['number-taken'](say('number'), say('modelName'));
    case 'number-twice':
      return words['number-twice'](say('number'));
    case 'has-models':
      return words['has-models'](Number(details.models));
    case 'in-use':
    case 'kind-in-use':
      return words[details.reason](namesOf(details.names));
    case 'changed-since':
    case 'still-reading':
    case 'line-gone':
    case 'choice-gone':
    case 'successor-circle':
    case 'reason-missing':
    case 'division':
    case 'expired':
      return words[details.reason];
    default:
      return words.other;
  }
}

const namesOf = (names: unknown) => (Array.isArray(names) ? names.slice(0, 5).join('、') : '');

/** The names of models that were changed, when that is why an import is refused. */
export function changedNames(thrown: unknown): { names: string; count: number } | null {
  const details = problemOf(thrown)?.details;
  if (details?.reason !== 'changed-since' || !Array.isArray(details.names)) return null;
  return { names: details.names.join('、'), count: Number(details.count) };
}

/** Who changed what meanwhile, newest first, when that is why a change is refused. */
export function changesSince(thrown: unknown): { by: string; at: string; after: Record<string, unknown> }[] {
  const changes = problemOf(thrown)?.details?.changes;
  return Array.isArray(changes) ? changes : [];
}
