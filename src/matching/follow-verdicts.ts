import type { Tools } from '#access';
import { findIdsByName } from '#intelligence';
import type { Transaction } from '#platform/database';
import { followNames, listNames, touchFixedIn } from '#verdicts';
import { rejudge } from './rejudge.ts';
import { collectCovered, collectOfVulnerabilities } from './store/picked.ts';

type Following = Pick<Tools, 'viewer' | 'now' | 'emit'>;

/**
 * Verdicts follow the names that they were decided under when numbers come together or apart.
 * @returns vulnerabilities to which some came and that are not among these
 */
export async function followMerged(
  transaction: Transaction,
  { viewer, now }: Following,
  vulnerabilityIds: readonly number[],
): Promise<number[]> {
  const named = await listNames(transaction, viewer, vulnerabilityIds);
  if (named.length === 0) return [];
  const names = [...new Set(named.map(({ name }) => name))];
  const idOf = new Map((await findIdsByName(transaction, viewer, names)).map(({ name, id }) => [name, id]));
  const moves = named.flatMap(({ name, vulnerabilityId }) => {
    const to = idOf.get(name) ?? vulnerabilityId;
    return to === vulnerabilityId ? [] : [{ name, from: vulnerabilityId, to }];
  });
  if (moves.length === 0) return [];
  await followNames(transaction, viewer, { moves, at: now() });
  return [...new Set(moves.map(({ to }) => to))].filter((id) => !vulnerabilityIds.includes(id));
}

/** Takes the verdicts of these vulnerabilities anew. */
export async function rejudgeVulnerabilities(
  transaction: Transaction,
  tools: Following,
  vulnerabilityIds: readonly number[],
): Promise<void> {
  if (vulnerabilityIds.length === 0) return;
  await collectOfVulnerabilities(transaction, tools.viewer, vulnerabilityIds);
  await rejudge(transaction, tools, 'records');
}

/** What is fixed from one of these releases on is so for others of its model: their order may have changed with its date. */
export async function rejudgeFixedIn(
  transaction: Transaction,
  tools: Following,
  releaseKeys: readonly number[],
): Promise<void> {
  if ((await touchFixedIn(transaction, tools.viewer, releaseKeys)) === 0) return;
  await collectCovered(transaction, tools.viewer, 'verdict_touched');
  await rejudge(transaction, tools, 'release');
}
