import type { Tools } from '#access';
import type { Transaction } from '#platform/database';
import * as store from './store/roll-up.ts';
import { refreshTallies } from './tally.ts';

// So many releases of one level are written by one statement.
const atOnce = 1_000;

/**
 * Writes anew what these releases consist of, and all releases above them, and counts them; tells who hears
 * 'components.changed' in which something differs. Called by whoever changes a bill of materials, a part entered by hand,
 * a correction, or which release contains which; before any other counting of the transaction.
 * @returns ids of the releases in which something differs
 */
export async function rollUp(
  transaction: Transaction,
  { emit }: Pick<Tools, 'emit'>,
  releaseKeys: readonly number[],
): Promise<string[]> {
  if (releaseKeys.length === 0) return [];
  await store.holdRollUp(transaction);
  const keys = await store.listAbove(transaction, releaseKeys);
  const releaseIds: string[] = [];
  for (const level of levelsOf(keys, await store.listContaining(transaction, keys)))
    for (let at = 0; at < level.length; at += atOnce)
      releaseIds.push(...(await store.rewriteComponents(transaction, level.slice(at, at + atOnce))));
  await refreshTallies(transaction, { releaseKeys: keys });
  if (releaseIds.length > 0) await emit(transaction, 'components.changed', { releaseIds });
  return releaseIds;
}

/** From below upwards: each level contains only releases of the levels before it. */
export function levelsOf(keys: readonly number[], containing: readonly store.Containing[]): number[][] {
  const waitsFor = new Map(keys.map((key) => [key, 0]));
  const aboveOf = new Map<number, number[]>();
  for (const { above, below } of containing) {
    waitsFor.set(above, (waitsFor.get(above) ?? 0) + 1);
    aboveOf.set(below, [...(aboveOf.get(below) ?? []), above]);
  }
  const levels: number[][] = [];
  for (let level = keys.filter((key) => waitsFor.get(key) === 0); level.length > 0; ) {
    levels.push(level);
    level = level.flatMap((key) => aboveOf.get(key) ?? []).filter((above) => countDown(waitsFor, above) === 0);
  }
  if (levels.flat().length < keys.length) throw new Error('Releases contain each other in a circle');
  return levels;
}

function countDown(waitsFor: Map<number, number>, key: number): number {
  const left = (waitsFor.get(key) ?? 0) - 1;
  waitsFor.set(key, left);
  return left;
}
