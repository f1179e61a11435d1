import { decide } from '../evaluate/decide.ts';
import type { Match } from '../evaluate/match-of.ts';
import type { Evidence, Opinion } from '../evidence.ts';

/** What of a release may change a match result: 'files': what of its kernel is built; 'conditions': its hardware and other parts. */
export type Needs = 'nothing' | 'files' | 'conditions';

/** Whatever stands first: it is enough that one opinion waits for the release, since the sources decide anew then. */
export function needsOf({ value, evidence }: Match): Needs {
  const { reason } = evidence.decided;
  if (reason === 'rejected' || reason === 'withdrawn') return 'nothing';
  const originals = originalsOf(evidence);
  const open = originals.filter(isOpen);
  if (open.length === 0 || (value === 'does-not-apply' && !mayRise(originals))) return 'nothing';
  return open.some(({ needs }) => needs && needs.conditions.length > 0) ? 'conditions' : 'files';
}

/** The opinions that were decided between; where sources disagree the first is a summary of the others. */
export function originalsOf({ decided, others }: Evidence): Opinion[] {
  return decided.reason === 'sources-disagree' ? others : [decided, ...others];
}

/** Whether a release can still change it. */
export function isOpen({ needs, value }: Opinion): boolean {
  return needs !== null && (value === 'applies' || value === 'may-apply');
}

/** A release that has everything, or nothing, of what is waited for may leave another opinion in force. */
function mayRise(originals: readonly Opinion[]): boolean {
  const settled = ({ value, reason }: Pick<Opinion, 'value' | 'reason'>) =>
    decide(originals.map((one) => (isOpen(one) ? { ...one, value, reason } : one)));
  return [
    settled({ value: 'applies', reason: 'in-range' }),
    settled({ value: 'does-not-apply', reason: 'condition-contradicted' }),
  ].some(({ value }) => value !== 'does-not-apply');
}
