import type { Transaction } from '#platform/database';
import { releaseSlugOf } from '../model/registers.ts';
import { listVersionsForHardware, saveSlugs } from './store/slugs.ts';

/** Gives the releases for these hardware revisions the addresses that follow from the present names. */
export async function refreshSlugs(transaction: Transaction, hardwareIds: string[]): Promise<void> {
  if (hardwareIds.length === 0) return;
  const releases = await listVersionsForHardware(transaction, hardwareIds);
  await saveSlugs(
    transaction,
    releases.map(({ id, version, hardwareName }) => ({ id, slug: releaseSlugOf(version, hardwareName) })),
  );
}
