import { pemOf, signingKeyOf } from './audit/signing-key.ts';
import * as store from './store/audit-seal.ts';
import type { Tools } from './tools.ts';

/**
 * How far the lines that the viewer sees are sealed, and the key that checks its seals.
 * No counts and no time of the last seal: both would tell of lines behind walls.
 */
export async function describeSeals({ db, viewer, now, house }: Pick<Tools, 'db' | 'viewer' | 'now' | 'house'>) {
  const state = await store.findSealState(db, viewer);
  return {
    sealedAt: state.sealedAt?.toString() ?? null,
    late: state.waitingSince !== null && now().since(state.waitingSince).total('seconds') > 60,
    publicKey: pemOf(signingKeyOf(house.secret).publicKey),
  };
}
