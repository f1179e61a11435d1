import type { Db } from '#platform/database';
import { findHead, findTrustedKeys } from './audit/head.ts';
import { leafOf, type SealedRow } from './audit/leaf.ts';
import { faultOfSeal, hashOfSeal, leavesOf, type Seal, type SealFault } from './audit/seal.ts';
import { signingKeyOf } from './audit/signing-key.ts';
import * as store from './store/audit-seal.ts';
import type { Tools } from './tools.ts';
import type { Viewer } from './viewer.ts';

/**
 * What is wrong first: a row that was changed, deleted or put in between, or a seal that is missing, was changed,
 * has a wrong signature or is signed by a key that this house does not know.
 */
export type AuditFault = 'row-changed' | 'row-deleted' | 'row-inserted' | SealFault;

export type AuditVerdict = {
  ok: boolean;
  /** Rows that are sealed and were looked at. */
  rows: number;
  seals: number;
  /** Rows of the last moments that no seal covers yet. */
  unsealed: number;
  /** Rows from which fields were erased; their seal holds. */
  erased: number;
  /** `id` is the number of the row, or of the first row that a bad seal leaves unproved. */
  firstBad: { id: number; seal: number; why: AuditFault } | null;
};

type VerifyTools = Pick<Tools, 'db' | 'viewer' | 'house'>;

/**
 * Reads the whole trail against its seals, a seal at a time, from the first on; stops at the first bad row.
 * @param progress  is told how many rows were looked at, after every seal
 */
export async function verifyAudit(
  { db, viewer, house }: VerifyTools,
  progress: (rows: number) => void = () => {},
): Promise<AuditVerdict> {
  const trusted = trustedKeys(house);
  const head = findHead(house.stateFolder);
  const verdict = { rows: 0, seals: 0, erased: 0 };
  let previous: Seal | undefined;

  for (;;) {
    const seal = await store.findSealAfter(db, previous?.number ?? 0);
    if (!seal) break;
    const bad =
      badSeal(seal, previous, trusted, head) ?? badRow(await rowsOf(db, viewer, seal, previous), seal, verdict);
    if (bad) return { ok: false, ...verdict, unsealed: 0, firstBad: bad };
    verdict.seals++;
    progress(verdict.rows);
    previous = seal;
  }

  const sealedUpto = previous?.upto ?? 0;
  const number = previous?.number ?? 0;
  if (head && head.number > number)
    return { ok: false, ...verdict, unsealed: 0, firstBad: badAt(sealedUpto + 1, number + 1, 'seal-missing') };
  const { rows: unsealed } = await store.countRowsAbove(db, viewer, sealedUpto);
  return { ok: true, ...verdict, unsealed, firstBad: null };
}

const trustedKeys = ({ secret, stateFolder }: VerifyTools['house']) =>
  new Set([signingKeyOf(secret).publicKey.toString('hex'), ...findTrustedKeys(stateFolder)]);

const badAt = (id: number, seal: number, why: AuditFault) => ({ id, seal, why });

function badSeal(
  seal: Seal,
  previous: Seal | undefined,
  trusted: ReadonlySet<string>,
  head: { number: number; hash: string } | undefined,
) {
  const firstId = (previous?.upto ?? 0) + 1;
  const fault = faultOfSeal(seal, previous, trusted);
  if (fault === 'seal-missing') return badAt(firstId, (previous?.number ?? 0) + 1, fault);
  if (fault) return badAt(firstId, seal.number, fault);
  // The same number with another content: the end of the trail was written anew.
  if (head?.number === seal.number && head.hash !== hashOfSeal(seal).toString('hex'))
    return badAt(firstId, seal.number, 'seal-changed');
  return null;
}

async function rowsOf(db: Db, viewer: Viewer, seal: Seal, previous: Seal | undefined): Promise<SealedRow[]> {
  // One more than the seal has would already be an inserted row.
  const limit = seal.ids.length + 1;
  return store.listRows(db, viewer, { above: previous?.upto ?? Number.MIN_SAFE_INTEGER, upto: seal.upto, limit });
}

function badRow(rows: SealedRow[], seal: Seal, verdict: { rows: number; erased: number }) {
  const leaves = leavesOf(seal);
  for (const [index, id] of seal.ids.entries()) {
    const row = rows[index];
    if (row && row.id < id) return badAt(row.id, seal.number, 'row-inserted');
    if (!row || row.id > id) return badAt(id, seal.number, 'row-deleted');
    if (!leafOf(row).equals(leaves[index] ?? Buffer.alloc(0))) return badAt(id, seal.number, 'row-changed');
    verdict.rows++;
    if (row.erased) verdict.erased++;
  }
  const extra = rows[seal.ids.length];
  return extra ? badAt(extra.id, seal.number, 'row-inserted') : null;
}
