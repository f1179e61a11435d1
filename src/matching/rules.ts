import { closes, type VerdictStatus } from '#verdicts/model';
import type { MatchValue } from './evidence.ts';
import type { Standing } from './model.ts';

/**
 * Which version of the rules, of identity and of comparison, made the keys and match results of components; whoever changes
 * them counts it up, and everything is matched anew at the next start.
 */
export const matchRules = 3;

/** Match results as they are stored: the worse, the higher. */
export const valueNumbers: Record<MatchValue, number> = {
  applies: 3,
  'may-apply': 2,
  'cannot-compare': 1,
  'does-not-apply': 0,
};
const valuesByNumber = ['does-not-apply', 'cannot-compare', 'may-apply', 'applies'] as const;

/** @throws RangeError for a number that is none of 0 to 3 */
export function valueOfNumber(number: number): MatchValue {
  const value = valuesByNumber[number];
  if (value === undefined) throw new RangeError(`${number} is no match result`);
  return value;
}

/** How a place of such a match result stands with the verdict that counts there. */
export function standingOf(value: number, verdict: { status: VerdictStatus; inherited: boolean } | null): Standing {
  if (verdict && closes(verdict.status) && !verdict.inherited) return value > 0 ? 'closed' : 'settled';
  const isRaised = verdict !== null && !closes(verdict.status);
  return value > 0 || isRaised ? 'open' : 'settled';
}
