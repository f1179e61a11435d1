import { Readable } from 'node:stream';
import { recordAudit, type Tools } from '#access';
import { kernelEvidenceBytes, readKernelEvidence, summaryOf } from '#formats/kernel';
import type { Transaction } from '#platform/database';
import { Refusal } from '#platform/errors';
import { keepFile } from '#platform/files';
import { newId } from '#platform/ids';
import type { Evidence } from './contract/sbom-shapes.ts';
import { describeEvidence } from './describe-evidence.ts';
import { getRelease, guardRelease, lockReleaseFor, titleOf } from './place-release.ts';
import { storableFileName } from './sbom/storable.ts';
import * as store from './store/evidence.ts';

/**
 * Attaches what of the kernel is built in a release; another of the same kind takes the place of the one before.
 * @throws Refusal 'not-found', 'not-allowed', 'too-large', or 'invalid' with the place, when it is none of its kind
 */
export async function attachEvidence(
  tools: Tools,
  { id: releaseId, kind, file }: { id: string; kind: store.EvidenceRow['kind']; file: File },
): Promise<Evidence> {
  const { db, viewer, house, now } = tools;
  guardRelease(viewer, await getRelease(db, releaseId));
  const limitBytes = kernelEvidenceBytes;
  if (file.size > limitBytes)
    throw new Refusal('too-large', `The file has ${file.size} bytes; at most ${limitBytes} are read.`, { limitBytes });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const reading = readKernelEvidence(kind, bytes);
  if ('problem' in reading) throw noEvidence(kind, reading.problem);
  const summary = summaryOf(reading.evidence);
  const { sha256, sizeBytes } = await keepFile(house.stateFolder, Readable.from([bytes]), limitBytes);
  return db.transaction().execute(async (transaction) => {
    await lockReleaseFor(viewer, transaction, releaseId);
    const before = (await store.listEvidence(transaction, releaseId)).find((row) => row.kind === kind);
    if (before) await store.markEvidence(transaction, before.id, now());
    const row: store.EvidenceRow = {
      ...{ id: newId(), releaseId, kind, fileName: storableFileName(file.name), sizeBytes },
      sha256: Buffer.from(sha256, 'hex'),
      ...{ summary, addedAt: now(), personId: viewer.person?.id ?? null, personName: viewer.name, removedAt: null },
    };
    await store.insertEvidence(transaction, row);
    await record(transaction, tools, { action: 'evidence.create', row });
    return describeEvidence(row);
  });
}

/** Takes kernel evidence away. @throws Refusal 'not-found', 'not-allowed' */
export async function removeEvidence(tools: Tools, { id }: { id: string }): Promise<{ id: string }> {
  return tools.db.transaction().execute(async (transaction) => {
    const row = await lock(transaction, tools, id, 'standing');
    await store.markEvidence(transaction, id, tools.now());
    await record(transaction, tools, { action: 'evidence.remove', row });
    return { id };
  });
}

/** Brings it back. @throws Refusal 'not-found', 'not-allowed', or 'conflict' when another of its kind has come */
export async function restoreEvidence(tools: Tools, { id }: { id: string }): Promise<{ id: string }> {
  return tools.db.transaction().execute(async (transaction) => {
    const row = await lock(transaction, tools, id, 'removed');
    const others = await store.listEvidence(transaction, row.releaseId);
    if (others.some(({ kind }) => kind === row.kind))
      throw new Refusal('conflict', 'Another file of this kind has come meanwhile.', { reason: 'evidence-taken' });
    await store.markEvidence(transaction, id, null);
    await record(transaction, tools, { action: 'evidence.restore', row });
    return { id };
  });
}

function noEvidence(
  kind: string,
  { path: place, rule, message }: { path: string; rule: string; message: string },
): Refusal {
  return new Refusal('invalid', `${place}: ${message}`, { reason: 'no-evidence', kind, place, rule, message });
}

async function lock(
  transaction: Transaction,
  { viewer }: Tools,
  id: string,
  which: 'standing' | 'removed',
): Promise<store.EvidenceRow> {
  const row = await store.lockEvidence(transaction, id);
  if (!row || (row.removedAt === null) !== (which === 'standing'))
    throw new Refusal('not-found', `There is no such evidence: ${id}.`, { what: 'evidence' });
  await lockReleaseFor(viewer, transaction, row.releaseId);
  return row;
}

type Recorded = { action: 'evidence.create' | 'evidence.remove' | 'evidence.restore'; row: store.EvidenceRow };

async function record(transaction: Transaction, tools: Tools, { action, row }: Recorded): Promise<void> {
  const { releaseId, kind, fileName, sha256 } = row;
  await tools.emit(transaction, 'evidence.changed', { releaseIds: [releaseId] });
  await recordAudit(transaction, tools, {
    action,
    subjectKind: 'release',
    subjectId: releaseId,
    subjectName: titleOf(await getRelease(transaction, releaseId)),
    after: { kind, fileName, sha256: sha256.toString('hex') },
  });
}
