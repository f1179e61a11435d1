import type { Tools } from '#access';
import type { KeptStatement } from '#intelligence';
import type { Transaction } from '#platform/database';
import { type Match, matchOf } from './evaluate/match-of.ts';
import type { Component } from './evidence.ts';
import { keysOf } from './identity/keys.ts';
import { needsOf } from './in-release/needs-of.ts';
import { valueNumbers } from './rules.ts';
import { componentsById } from './store/components.ts';
import { type Meeting, numberKeys } from './store/keys.ts';
import type { MatchRow } from './store/matches.ts';

/**
 * Evaluates each component against all that is said of a vulnerability that it meets. What applies in no release is left out;
 * a result that only some release can raise is kept as 'does-not-apply' with what it waits for.
 */
export async function evaluateMeetings(
  transaction: Transaction,
  meetings: readonly Meeting[],
  statementsOf: ReadonlyMap<number, readonly KeptStatement[]>,
): Promise<MatchRow[]> {
  const componentOf = await componentsById(
    transaction,
    meetings.map(({ componentId }) => componentId),
  );
  const found: (Omit<MatchRow, 'productKeyId'> & { key: string })[] = [];
  for (const { componentId, vulnerabilityId } of meetings) {
    const component = componentOf.get(componentId);
    const kept = statementsOf.get(vulnerabilityId) ?? [];
    const match = component && matchOfKept(component, kept);
    const needs = match ? needsOf(match) : 'nothing';
    if (!match || (match.value === 'does-not-apply' && needs === 'nothing')) continue;
    const { decided } = match.evidence;
    found.push({
      ...{ componentId, vulnerabilityId, value: valueNumbers[match.value], reason: decided.reason, tier: decided.tier },
      key: keysOf(decided.product)[0] ?? '',
      needs,
      wallId: kept[0]?.wallId ?? null,
    });
  }
  const numbers = await numberKeys(
    transaction,
    found.map(({ key }) => key),
  );
  return found.map(({ key, ...row }) => ({ ...row, productKeyId: numbers.get(key) as number }));
}

/** The match of a component by everything that is kept of one vulnerability. */
export function matchOfKept(component: Component, kept: readonly KeptStatement[] = []): Match | null {
  return matchOf(
    component,
    kept.map(({ statement }) => statement),
  );
}

/** What all sources say of these vulnerabilities, by vulnerability. */
export function byVulnerability(kept: readonly KeptStatement[]): Map<number, KeptStatement[]> {
  return Map.groupBy(kept, ({ vulnerabilityId }) => vulnerabilityId);
}

export type MatchingTools = Pick<Tools, 'db' | 'viewer' | 'now' | 'emit' | 'house' | 'origin'>;
