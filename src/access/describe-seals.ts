import { pemOf, signingKeyOf } from './audit/signing-key.ts';
import * as store from './store/audit-seal.ts';
import type { Tools } from './tools.ts';

/**
 * How far the lines that the viewer sees are sealed.
 * No counts and no time of the last seal: both would tell of lines behind walls.
 */
export async function describeSeals({ db, viewer, now }: Pick<Tools, 'db' | 'viewer' | 'now'>) {
  const state = await store.findSealState(db, viewer);
  return {
    sealedAt: state.sealedAt?.toString() ?? null,
    late: state.waitingSince !== null && now().since(state.waitingSince).total('seconds') > 60,
  };
}

/** The public key that checks the seals, for whoever verifies them without this house. */
export async function exportSealKey({ house }: Pick<Tools, 'house'>): Promise<File> {
  const pem = pemOf(signingKeyOf(house.secret).publicKey);
  return new File([pem], 'mamori-audit-key.pem', { type: 'application/x-pem-file' });
}
