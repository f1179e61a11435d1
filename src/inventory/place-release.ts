import { mayIn, type Viewer } from '#access';
import type { Db, Transaction } from '#platform/database';
import { Refusal } from '#platform/errors';
import { findRelease, lockRelease, type PlacedRelease } from './store/release-refs.ts';

/** A standing release. @throws Refusal 'not-found' */
export async function getRelease(db: Db, id: string): Promise<PlacedRelease> {
  const release = await findRelease(db, id);
  if (!release) throw noRelease(id);
  return release;
}

/**
 * Locks a release for a change of what it consists of.
 * @throws Refusal 'not-found', or 'not-allowed' to who may not change the models of its division
 */
export async function lockReleaseFor(viewer: Viewer, transaction: Transaction, id: string): Promise<PlacedRelease> {
  const release = await lockRelease(transaction, id);
  if (!release) throw noRelease(id);
  guardRelease(viewer, release);
  return release;
}

/** @throws Refusal 'not-allowed' to who may not change the models of its division */
export function guardRelease(viewer: Viewer, { divisionId, model }: PlacedRelease): void {
  if (!mayIn(viewer, 'product:write', divisionId))
    throw new Refusal('not-allowed', `You may not change models of this division: ${model.name}.`, {
      reason: 'division',
      divisionId,
      name: model.name,
    });
}

/** A release in words: "MC-220 1.2". */
export const titleOf = ({ model, version, hardware }: PlacedRelease): string =>
  [model.name, version, hardware].filter(Boolean).join(' ');

const noRelease = (id: string) => new Refusal('not-found', `There is no release ${id}.`, { what: 'release' });
