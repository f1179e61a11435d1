import type { Tools } from '#access';
import { newId } from '#platform/ids';
import type { ScoredName } from './keep-scores.ts';
import type { SourceId, Statement } from './statement.ts';
import * as store from './store/imports.ts';
import { holdingRun } from './store/running.ts';
import { beginRun, type Run, writeBatch, writeHeld } from './write-batch.ts';

/** What comes out of a file, one after the other; a record is read only when its bytes are new. */
export type Incoming =
  | { kind: 'record'; file: string; place: string; source: SourceId; bytes: Uint8Array; read: () => Reading }
  | ({ kind: 'score'; file: string } & ScoredName)
  | { kind: 'refused'; file: string; place: string; rule: string; message: string };
export type Reading = { statement: Statement } | { problems: { path: string; rule: string; message: string }[] };

export type ImportCounts = {
  read: number;
  created: number;
  changed: number;
  unchanged: number;
  refused: number;
  scores: number;
  bySource: Partial<Record<SourceId, number>>;
};
export type ImportOutcome = { id: string; counts: ImportCounts };

const recordsAtOnce = 400;
const bytesAtOnce = 32 * 1024 * 1024;
const problemsAtOnce = 1_000;
const scoresAtOnce = 20_000;

/** Makes the line of a run that begins. @returns its id */
export async function beginImport(
  { db, viewer, now }: Pick<Tools, 'db' | 'viewer' | 'now'>,
  { names, fileSha256 }: { names: readonly string[]; fileSha256: Buffer | null },
): Promise<string> {
  const id = newId();
  const { person, name: personName } = viewer;
  await store.insertImport(db, { id, names, fileSha256, startedAt: now(), person, personName, counts: noCounts() });
  return id;
}

export const noCounts = (): ImportCounts => ({
  ...{ read: 0, created: 0, changed: 0, unchanged: 0, refused: 0, scores: 0, bySource: {} },
});

/**
 * Brings records in, some hundred in each transaction, so that a run that is cut off has kept what it said it had; run
 * again it passes over what is known. A record that cannot be read is told with its place and left out.
 * @throws Error when another process is at this very run
 */
export async function importRecords(
  tools: Tools,
  run: { id: string; incoming: AsyncIterable<Incoming> },
  onProgress: (counts: ImportCounts) => void = () => {},
): Promise<ImportOutcome> {
  const outcome = await importUnlessHeld(tools, run, onProgress);
  if (outcome === null) throw new Error(`Import ${run.id} is being read by another process`);
  return outcome;
}

/** The same; null when another process is at this run. */
export async function importUnlessHeld(
  tools: Tools,
  { id, incoming }: { id: string; incoming: AsyncIterable<Incoming> },
  onProgress: (counts: ImportCounts) => void = () => {},
): Promise<ImportOutcome | null> {
  const counts = await holdingRun(tools.db, id, () => readAll(tools, { id, incoming }, onProgress));
  return counts && { id, counts };
}

async function readAll(
  tools: Tools,
  { id, incoming }: { id: string; incoming: AsyncIterable<Incoming> },
  onProgress: (counts: ImportCounts) => void,
): Promise<ImportCounts> {
  const { db, viewer, now } = tools;
  const run = await beginRun(tools, id);
  try {
    for await (const one of incoming) {
      const { records, scores, problems } = run.waiting;
      if (one.kind === 'record') {
        records.push(one);
        run.waiting.bytes += one.bytes.length;
      } else if (one.kind === 'score') scores.push(one);
      else problems.push(one);
      if (!isFull(run)) continue;
      await writeBatch(tools, run);
      onProgress(run.counts);
    }
    await writeBatch(tools, run);
    await writeHeld(tools, run);
    onProgress(run.counts);
    await store.noteSources(db, viewer, { importId: id, sources: run.freshness, at: now() });
    await store.endImport(db, id, { state: 'done', at: now(), problem: null, counts: run.counts });
  } catch (problem) {
    const message = problem instanceof Error ? problem.message : String(problem);
    await store.endImport(db, id, { state: 'failed', at: now(), problem: message, counts: run.counts });
    throw problem;
  }
  return run.counts;
}

const isFull = ({ waiting: { records, bytes, scores, problems } }: Run) =>
  records.length >= recordsAtOnce ||
  bytes >= bytesAtOnce ||
  scores.length >= scoresAtOnce ||
  problems.length >= problemsAtOnce;
