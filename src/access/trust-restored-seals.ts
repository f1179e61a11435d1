import type { Db } from '#platform/database';
import { trustSeals } from './audit/head.ts';
import * as store from './store/audit-seal.ts';

/**
 * Called once after a restore, by whoever restores: the keys that sealed the restored trail are trusted from now on.
 * Without it a trail restored without its keys is reported as sealed by a stranger.
 */
export async function trustRestoredSeals(db: Db, stateFolder: string): Promise<void> {
  trustSeals(stateFolder, await store.listSealKeys(db));
}
