import type { Statement } from '#intelligence/pure';
import type { Candidate, Component, Evidence, MatchValue, Opinion } from '../evidence.ts';
import { candidatesOf, ruledOutKeys } from '../identity/candidates.ts';
import { keysOf } from '../identity/keys.ts';
import { decide } from './decide.ts';
import { rejectionOf } from './in-order.ts';
import { opinionOf } from './opinion-of.ts';

/** A match result and why. */
export type Match = { value: MatchValue; evidence: Evidence };

/**
 * What the statements about one vulnerability, of all sources, say of a component, in whatever order they come. Conditions
 * on a release are left open; `inRelease` settles them. A vulnerability that the CVE List or NVD has rejected is closed, with the record's reason.
 * @returns null when none of them is about the component
 */
export function matchOf(component: Component, statements: readonly Statement[]): Match | null {
  const candidateByKey = new Map(candidatesOf(component).map((candidate) => [candidate.key, candidate]));
  const ruledOut = ruledOutKeys(component);
  const opinions = statements.flatMap((statement) => opinionsIn(component, { candidateByKey, ruledOut }, statement));
  if (opinions.length === 0) return null;
  const evidence = decide(opinions);
  const rejected = rejectionOf(statements);
  return matched(rejected ? closed(evidence, rejected) : evidence);
}

export function matched(evidence: Evidence): Match {
  return { value: evidence.value, evidence };
}

type Known = { candidateByKey: Map<string, Candidate>; ruledOut: ReadonlySet<string> };

function opinionsIn(component: Component, { candidateByKey, ruledOut }: Known, statement: Statement): Opinion[] {
  const opinions: Opinion[] = [];
  for (const criterion of statement.criteria) {
    const keys = keysOf(criterion.product);
    const candidate = surest(candidateByKey, keys);
    // Its bare name meets the products of every vendor, those too that a person has ruled out.
    const isRuledOut = candidate !== null && candidate.tier > 3 && keys.some((key) => ruledOut.has(key));
    const opinion = candidate && !isRuledOut && opinionOf({ component, candidate, statement, criterion });
    if (opinion) opinions.push(opinion);
  }
  return opinions;
}

function surest(candidates: Map<string, Candidate>, keys: string[]): Candidate | null {
  let best: Candidate | null = null;
  for (const key of keys) {
    const candidate = candidates.get(key);
    if (candidate && (best === null || candidate.tier < best.tier)) best = candidate;
  }
  return best;
}

function closed({ decided, others }: Evidence, { source, externalId, by, stateReason }: Statement): Evidence {
  const closing: Opinion = {
    ...decided,
    value: 'does-not-apply',
    reason: 'rejected',
    source,
    externalId,
    by: by ?? source,
    path: '',
    range: null,
    detail: stateReason,
    needs: null,
  };
  return {
    shape: 1,
    value: closing.value,
    decided: closing,
    others: decided.reason === 'rejected' ? others : [decided, ...others],
  };
}
