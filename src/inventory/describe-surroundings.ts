import { readFile } from 'node:fs/promises';
import type { Tools } from '#access';
import { type KernelEvidence, readKernelEvidence } from '#formats/kernel';
import { pathOfFile } from '#platform/files';
import * as store from './store/surroundings.ts';

/** What stands around the components of a release, with what is known to be built of its kernel. */
export type Surroundings = Omit<store.SurroundingsRow, 'evidence'> & { evidence: KernelEvidence[] };

/** Of these releases, removed ones left out; the same evidence of many releases is read once. */
export async function describeSurroundings(
  { db, house }: Pick<Tools, 'db' | 'house'>,
  releaseKeys: readonly number[],
): Promise<Surroundings[]> {
  const read = new Map<string, KernelEvidence>();
  const rows = await store.listSurroundings(db, releaseKeys);
  for (const { kind, sha256 } of rows.flatMap(({ evidence }) => evidence)) {
    const key = `${kind} ${sha256}`;
    if (!read.has(key)) read.set(key, await readKept(house.stateFolder, kind, sha256));
  }
  return rows.map(({ evidence, ...row }) => ({
    ...row,
    evidence: evidence.flatMap(({ kind, sha256 }) => read.get(`${kind} ${sha256}`) ?? []),
  }));
}

async function readKept(stateFolder: string, kind: KernelEvidence['kind'], sha256: string): Promise<KernelEvidence> {
  const reading = readKernelEvidence(kind, await readFile(pathOfFile(stateFolder, sha256)));
  // It was read when it was attached; what cannot be read now is a broken disk.
  if ('problem' in reading) throw new Error(`Kept evidence ${sha256} cannot be read: ${reading.problem.message}`);
  return reading.evidence;
}
