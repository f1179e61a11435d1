import { problemOf } from '#platform/browser/client';
import { useText } from '#platform/browser/language';
import { NoPasskey } from './passkey.ts';
import { refusalText } from './refusal-text.ts';

type Words = typeof refusalText.en;
type Plain = { [Key in keyof Words]: Words[Key] extends string ? Key : never }[keyof Words];

/** Why something was refused, in words that say what to do. */
export function useRefusal(): (thrown: unknown) => string {
  const words = useText(refusalText);
  return (thrown) => refusalWords(thrown, words);
}

/** The same outside of a component. */
export function refusalWords(thrown: unknown, words: Words): string {
  if (thrown instanceof NoPasskey) return words[thrown.reason];
  const problem = problemOf(thrown);
  if (!problem) throw thrown;
  const { details = {}, code } = problem;
  if (code === 'too-many') return waiting(Number(details.retryAfterS ?? 60), details.by, words);
  for (const word of [details.obstacle, details.reason, details.problem])
    if (typeof word === 'string' && word in words && typeof words[word as keyof Words] === 'string')
      return words[word as Plain];
  if (code === 'unreachable') return words.unreached;
  if (code === 'invalid') return words.invalid;
  if (code === 'not-found') return words.gone;
  return words.other(problem.requestId ?? code);
}

function waiting(seconds: number, by: unknown, words: Words): string {
  const duration =
    seconds < 60
      ? words.seconds(seconds)
      : seconds < 3_600
        ? words.minutes(Math.ceil(seconds / 60))
        : words.hours(Math.ceil(seconds / 3_600));
  return by === 'account' || by === 'device' ? words.waitOther(duration) : words.wait(duration);
}

/** What the refusal of a call says beyond its words. */
export const detailOf = (thrown: unknown, detail: string): unknown => problemOf(thrown)?.details?.[detail];
