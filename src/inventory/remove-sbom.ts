import { recordAudit, type Tools } from '#access';
import type { Transaction } from '#platform/database';
import { Refusal } from '#platform/errors';
import { pathOfFile } from '#platform/files';
import { type CollectedContents, collectContents } from './collect-contents.ts';
import type { ReleaseSbom } from './contract/sbom-shapes.ts';
import { getReleaseSbom } from './get-release-sbom.ts';
import { getRelease, guardRelease, lockReleaseFor, titleOf } from './place-release.ts';
import { rollUp } from './roll-up.ts';
import { openDocument } from './sbom/open-document.ts';
import { findSbomImport, isAnotherWaiting } from './store/sbom-imports.ts';
import * as store from './store/sboms.ts';
import { putContents, supersede } from './store-sbom.ts';

/**
 * Takes a bill of materials away. When it is the one that counts, the release goes back to the newest of those that stay,
 * which is read again from its bytes. While one that came between the two waits to be read it is refused: the release
 * would go back to one document, and later to the other by itself.
 * @throws Refusal 'not-found', 'not-allowed', or 'conflict' with `reason`: 'changed-since' when another came meanwhile, or
 *   'still-reading'
 */
export function removeSbom(tools: Tools, { id }: { id: string }): Promise<ReleaseSbom> {
  return change(tools, id, 'remove');
}

/** Brings a removed bill of materials back; it counts again when none that stays is newer. @throws as removeSbom */
export function restoreSbom(tools: Tools, { id }: { id: string }): Promise<ReleaseSbom> {
  return change(tools, id, 'restore');
}

type Change = 'remove' | 'restore';

async function change(tools: Tools, id: string, what: Change): Promise<ReleaseSbom> {
  const { db, viewer } = tools;
  const sbom = await findChangeable(db, id, what);
  guardRelease(viewer, await getRelease(db, sbom.releaseId));
  const next = await nextPresent(db, sbom, what);
  const isMoving = next?.id !== (await store.findPresentSbom(db, sbom.releaseId))?.id;
  const contents = isMoving && next ? await readAgain(tools, next) : null;
  await db.transaction().execute(async (transaction) => {
    const release = await lockReleaseFor(viewer, transaction, sbom.releaseId);
    const at = tools.now();
    const present = await store.findPresentSbom(transaction, sbom.releaseId);
    const now = await nextPresent(transaction, await findChangeable(transaction, id, what), what);
    if (now?.id !== next?.id || (present?.id !== next?.id) !== isMoving)
      throw new Refusal('conflict', 'Another bill of materials came meanwhile.', { reason: 'changed-since' });
    if (what === 'remove' && isMoving && (await isAnotherWaiting(transaction, sbom, next?.id ?? null)))
      throw new Refusal('conflict', 'An upload of before is still being read.', { reason: 'still-reading' });
    if (isMoving && present) await supersede(transaction, present, at);
    await store.markSbom(transaction, id, {
      supersededAt: next?.id === id ? null : (sbom.supersededAt ?? at),
      removedAt: what === 'remove' ? at : null,
    });
    if (contents && next) {
      await store.markSbom(transaction, next.id, { supersededAt: null, removedAt: null });
      await putContents(transaction, next, contents);
    }
    await recordAudit(transaction, tools, {
      action: what === 'remove' ? 'sbom.remove' : 'sbom.restore',
      subjectKind: 'release',
      subjectId: release.id,
      subjectName: titleOf(release),
      before: { present: present?.fileName ?? null },
      after: { sbom: sbom.fileName, present: next?.fileName ?? null },
    });
    await rollUp(transaction, tools, [release.key]);
  });
  return getReleaseSbom(tools, { id: sbom.releaseId });
}

/** The one that counts afterwards: the newest of those that stay. */
async function nextPresent(
  db: Tools['db'] | Transaction,
  sbom: store.KeptSbomRow,
  what: Change,
): Promise<store.KeptSbomRow | undefined> {
  const standing = await store.listSboms(db, sbom.releaseId, { which: 'standing', limit: 2 });
  if (what === 'remove') return standing.find(({ id }) => id !== sbom.id);
  return [sbom, ...standing].sort((a, b) => (a.id < b.id ? 1 : -1))[0];
}

async function findChangeable(db: Tools['db'], id: string, what: Change): Promise<store.KeptSbomRow> {
  const sbom = await store.findSbom(db, id);
  if (!sbom || (sbom.removedAt === null) !== (what === 'remove'))
    throw new Refusal('not-found', `There is no such bill of materials: ${id}.`, { what: 'sbom' });
  return sbom;
}

async function readAgain({ db, house }: Tools, sbom: store.KeptSbomRow): Promise<CollectedContents> {
  const path = pathOfFile(house.stateFolder, sbom.sha256.toString('hex'));
  const { id, fileName, sizeBytes } = sbom;
  const mapping = (await findSbomImport(db, id))?.mapping ?? null;
  const document = await openDocument({ path, fileName, sizeBytes, mapping });
  if ('refused' in document)
    throw new Error(`What was read before cannot be read again: ${document.refused.problems[0]?.message}`);
  return collectContents(db, document.read());
}
