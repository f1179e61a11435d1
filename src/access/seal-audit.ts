import type { Db } from '#platform/database';
import { noteHead } from './audit/head.ts';
import { leafOf } from './audit/leaf.ts';
import { makeSeal, type Seal } from './audit/seal.ts';
import { type SigningKey, signingKeyOf } from './audit/signing-key.ts';
import * as store from './store/audit-seal.ts';
import type { Tools } from './tools.ts';

type SealTools = Pick<Tools, 'db' | 'viewer' | 'now' | 'house'>;

/** Rows up to this number can have no new neighbour once every transaction before this one has ended. */
type Horizon = { upto: number; transactionId: number };

const rowsPerSeal = 5_000;

/**
 * Makes the reaction that seals what was written since the last seal.
 *
 * Numbers are taken in one order and commit in another: 7 may be there while 6 is still to come. Sealing must not
 * overtake it, and writers must not wait for the sealer. So the sealer first notes the last number taken, then takes a
 * transaction id itself: whoever holds one of these numbers had a smaller id before (next_audit_number). When no
 * transaction with a smaller id runs any more, the rows up to that number are all there or will never be.
 * One long transaction delays sealing, never a writer.
 */
export function auditSealer(): (tools: SealTools) => Promise<void> {
  let horizon: Horizon | null = null;
  // Numbers of transactions that were rolled back stay above the last seal; they are looked at once.
  let done = 0;
  return async (tools) => {
    horizon ??= await findHorizon(tools.db, done);
    if (horizon === null || (await store.oldestRunning(tools.db)) < horizon.transactionId) return;
    const { upto } = horizon;
    horizon = null;
    if (await sealUpto(tools, upto)) done = upto;
  };
}

async function findHorizon(db: Db, done: number): Promise<Horizon | null> {
  const upto = await store.lastNumber(db);
  if (upto === null || upto <= done || upto <= (await store.lastSealedNumber(db))) return null;
  return { upto, transactionId: await store.takeTransactionId(db) };
}

/** @returns false when another server is sealing, which may end before it is done */
async function sealUpto(tools: SealTools, upto: number): Promise<boolean> {
  const key = signingKeyOf(tools.house.secret);
  for (let above = await store.lastSealedNumber(tools.db); above < upto; above += rowsPerSeal) {
    const seal = await sealBatch(tools, Math.min(upto, above + rowsPerSeal), key);
    if (seal === 'busy') return false;
    if (seal) noteHead(tools.house.stateFolder, seal);
  }
  return true;
}

/** Seals the rows up to a number, in a transaction of its own; null when there are none. */
async function sealBatch({ db, viewer, now }: SealTools, upto: number, key: SigningKey): Promise<Seal | null | 'busy'> {
  return db.transaction().execute(async (transaction) => {
    if (!(await store.tryToSeal(transaction))) return 'busy';
    const previous = await store.findLastSeal(transaction);
    const rows = await store.listRows(transaction, viewer, { above: previous?.upto ?? 0, upto, limit: rowsPerSeal });
    if (rows.length === 0) return null;

    const ids = rows.map(({ id }) => id);
    const seal = makeSeal({ previous, upto, ids, leaves: rows.map(leafOf), sealedAt: now() }, key);
    await store.insertSeal(transaction, seal);
    return seal;
  });
}
