import { problemOf } from '#platform/browser/client';
import type { Like } from '#platform/browser/texts';
import type { decidingText } from '../words/deciding.ts';

type Words = Like<(typeof decidingText.en)['refusals']>;
type Missing = Like<(typeof decidingText.en)['effect']['missing']>;

/** What a refused decision means, in the words of the page. */
export function refusalOf(thrown: unknown, words: { refusals: Words; effect: { missing: Missing } }): string {
  const problem = problemOf(thrown);
  const details = (problem?.details ?? {}) as Record<string, unknown>;
  const key = String(details.obstacle ?? details.reason ?? problem?.code ?? 'other');
  const said: Partial<Record<string, string>> = { ...words.effect.missing, ...words.refusals };
  return said[key] ?? words.refusals.other;
}
