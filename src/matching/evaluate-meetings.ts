import type { Tools } from '#access';
import type { KeptStatement } from '#intelligence';
import type { Transaction } from '#platform/database';
import { matchOf } from './evaluate/match-of.ts';
import { keysOf } from './identity/keys.ts';
import { valueNumbers } from './rules.ts';
import { listComponents } from './store/components.ts';
import { type Meeting, numberKeys } from './store/keys.ts';
import type { MatchRow, Needs } from './store/matches.ts';

/** Evaluates each component against all that is said of a vulnerability that it meets; results outside every range are left out. */
export async function evaluateMeetings(
  transaction: Transaction,
  meetings: readonly Meeting[],
  statementsOf: ReadonlyMap<number, readonly KeptStatement[]>,
): Promise<MatchRow[]> {
  const ids = [...new Set(meetings.map(({ componentId }) => componentId))];
  const componentOf = new Map((await listComponents(transaction, ids)).map((component) => [component.id, component]));
  const found: (Omit<MatchRow, 'productKeyId'> & { key: string })[] = [];
  for (const { componentId, vulnerabilityId } of meetings) {
    const component = componentOf.get(componentId);
    const kept = statementsOf.get(vulnerabilityId) ?? [];
    const match =
      component &&
      matchOf(
        component,
        kept.map(({ statement }) => statement),
      );
    if (!match || match.value === 'does-not-apply') continue;
    const { decided } = match.evidence;
    found.push({
      ...{ componentId, vulnerabilityId, value: valueNumbers[match.value], reason: decided.reason, tier: decided.tier },
      key: keysOf(decided.product)[0] ?? '',
      needs: needsOf(decided.needs),
      wallId: kept[0]?.wallId ?? null,
    });
  }
  const numbers = await numberKeys(
    transaction,
    found.map(({ key }) => key),
  );
  return found.map(({ key, ...row }) => ({ ...row, productKeyId: numbers.get(key) as number }));
}

function needsOf(needs: { conditions: readonly unknown[]; files: readonly string[] } | null): Needs {
  if (!needs) return 'nothing';
  return needs.conditions.length > 0 ? 'conditions' : 'files';
}

/** What all sources say of these vulnerabilities, by vulnerability. */
export function byVulnerability(kept: readonly KeptStatement[]): Map<number, KeptStatement[]> {
  return Map.groupBy(kept, ({ vulnerabilityId }) => vulnerabilityId);
}

export type MatchingTools = Pick<Tools, 'db' | 'viewer' | 'now' | 'emit' | 'house'>;
