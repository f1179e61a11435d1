import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { recordAudit, type Tools } from '#access';
import { Refusal } from '#platform/errors';
import { keepFile, pathOfFile } from '#platform/files';
import type { RecordImport } from './contract.ts';
import { beginImport, importUnlessHeld } from './import-records.ts';
import { getImport } from './list-imports.ts';
import { readSource } from './reading/read-source.ts';
import { findUpload } from './store/imports.ts';

const mostBytes = 64 * 1024 * 1024;

/**
 * Takes a file of records: its bytes are kept, and a job reads them. Larger ones go by `./mamori intel import`.
 * @throws Refusal 'too-large' with the limit in bytes
 */
export async function takeRecords(tools: Tools, { file }: { file: File }): Promise<RecordImport> {
  const { db, house, emit } = tools;
  if (file.size > mostBytes)
    throw new Refusal('too-large', `The file has ${file.size} bytes; at most ${mostBytes} are read here.`, {
      limitBytes: mostBytes,
    });
  const { sha256 } = await keepFile(house.stateFolder, Readable.from(file.stream()), mostBytes);
  const name = file.name.replaceAll(/[\p{Cc}/\\]/gu, '_').slice(0, 200) || 'records';
  const id = await beginImport(tools, { names: [name], fileSha256: Buffer.from(sha256, 'hex') });
  await db.transaction().execute(async (transaction) => {
    await recordAudit(transaction, tools, {
      ...{ action: 'records.receive', subjectKind: 'intelligence-import', subjectId: id, subjectName: name },
      after: { fileName: name, sha256 },
    });
    await emit(transaction, 'records.received', { importId: id });
  });
  return getImport(tools, { id });
}

/** Reads an upload that waits, unless another process does; what was read before it was cut off is passed over. */
export async function readUpload(tools: Tools, importId: string): Promise<void> {
  const upload = await findUpload(tools.db, importId);
  if (!upload) return;
  const path = pathOfFile(tools.house.stateFolder, upload.sha256.toString('hex'));
  const source = { name: upload.name, sizeBytes: null, read: () => createReadStream(path, { highWaterMark: 1 << 20 }) };
  await importUnlessHeld(tools, { id: importId, incoming: readSource(source) });
}
