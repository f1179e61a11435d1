import type { VerdictStatus } from '../model.ts';
import { reasons, states } from './from-cyclonedx.ts';
import type { VexPart, VexStatement } from './model.ts';
import { justificationOf } from './words.ts';

/** A statement as bills of materials keep it, in the words of its format. */
export type WordedStatement = {
  vulnerability: string;
  status: string;
  justification: string | null;
  detail: string | null;
  part: VexPart | null;
  at: string | null;
};

const others: Readonly<Record<string, VerdictStatus>> = {
  affected: 'affected',
  fixed: 'fixed',
  under_investigation: 'under-investigation',
};

/**
 * The same in our words; null when its status is none of VEX.
 * @source CycloneDX 1.7, impactAnalysisState; SPDX 3.0.1, Security; OpenVEX 0.2.0
 */
export function fromWords({ status, justification, detail, ...said }: WordedStatement): VexStatement | null {
  const word = folded(status);
  const known = states[word] ?? others[word];
  if (known === undefined) return null;
  const isSafe = known === 'not-affected';
  const reason =
    justification === null ? null : (justificationOf(justification) ?? reasons[folded(justification)] ?? null);
  return {
    ...{ ...said, aliases: [], status: known, justification: isSafe ? reason : null, product: null },
    ...{ impact: isSafe ? (detail ?? '') : '', note: isSafe ? '' : (detail ?? ''), action: '', response: null },
  };
}

/** "NOT_AFFECTED", "not affected" and "notAffected" are one word. */
const folded = (word: string): string =>
  word
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^a-z]+/g, '_');
