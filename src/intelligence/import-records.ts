import { createHash } from 'node:crypto';
import type { Tools } from '#access';
import { newId } from '#platform/ids';
import { fitToKeep } from './fit-to-keep.ts';
import { keepScores, type ScoredName } from './keep-scores.ts';
import { keepStatements, type ReadRecord, reader } from './keep-statements.ts';
import type { SourceId, Statement } from './statement.ts';
import * as store from './store/imports.ts';
import { knownOriginals } from './store/known-originals.ts';

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

const noCounts = (): ImportCounts => ({
  ...{ read: 0, created: 0, changed: 0, unchanged: 0, refused: 0, scores: 0, bySource: {} },
});

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

/**
 * Brings records in, some hundred in each transaction, so that a run that is cut off has kept what it said it had; run
 * again it passes over what is known. A record that cannot be read is told with its place and left out.
 */
export async function importRecords(
  tools: Tools,
  { id, incoming }: { id: string; incoming: AsyncIterable<Incoming> },
  onProgress: (counts: ImportCounts) => void = () => {},
): Promise<ImportOutcome> {
  const { db, viewer, now } = tools;
  const counts = noCounts();
  const waiting: Waiting = { records: [], bytes: 0, scores: [], problems: [] };
  const freshness: Freshness = new Map();
  const flush = async () => {
    for (const [source, at] of await writeBatch(tools, id, waiting, counts))
      freshness.set(
        source,
        [at, freshness.get(source) ?? null]
          .filter((one) => one !== null)
          .sort()
          .at(-1) ?? null,
      );
    onProgress(counts);
  };
  try {
    for await (const one of incoming) {
      if (one.kind === 'record') {
        waiting.records.push(one);
        waiting.bytes += one.bytes.length;
      } else if (one.kind === 'score') waiting.scores.push(one);
      else waiting.problems.push(one);
      if (isFull(waiting)) await flush();
    }
    await flush();
    await store.noteSources(db, viewer, { sources: freshness, at: now() });
    await store.endImport(db, id, { state: 'done', at: now(), problem: null, counts });
  } catch (problem) {
    const message = problem instanceof Error ? problem.message : String(problem);
    await store.endImport(db, id, { state: 'failed', at: now(), problem: message, counts });
    throw problem;
  }
  return { id, counts };
}

type Coming = Extract<Incoming, { kind: 'record' }>;
/** Which sources were read, and how new their data say that they are. */
type Freshness = Map<SourceId, string | null>;
type Waiting = { records: Coming[]; bytes: number; scores: ScoredName[]; problems: store.Problem[] };

const isFull = ({ records, bytes, scores, problems }: Waiting) =>
  records.length >= recordsAtOnce ||
  bytes >= bytesAtOnce ||
  scores.length >= scoresAtOnce ||
  problems.length >= problemsAtOnce;

/** Writes what has gathered, with the counts that hold from then on. */
async function writeBatch(tools: Tools, importId: string, waiting: Waiting, counts: ImportCounts): Promise<Freshness> {
  const coming = waiting.records.splice(0);
  const scores = waiting.scores.splice(0);
  const { read, problems, unchanged } = await readNew(tools, coming);
  problems.push(...waiting.problems.splice(0));
  waiting.bytes = 0;
  for (const { source } of coming) counts.bySource[source] = (counts.bySource[source] ?? 0) + 1;
  await tools.db.transaction().execute(async (transaction) => {
    const kept = await keepStatements(transaction, tools, read);
    await keepScores(transaction, tools, scores);
    counts.read += coming.length;
    counts.created += kept.created;
    counts.changed += kept.changed;
    counts.unchanged += unchanged + read.length - kept.created - kept.changed;
    counts.scores += scores.length;
    await store.noteProgress(transaction, { id: importId, counts, problems, numberFrom: counts.refused });
    counts.refused += problems.length;
  });
  return freshnessOf(coming, read, scores);
}

/** Reads the records whose bytes are not known yet. */
async function readNew({ db, viewer }: Tools, coming: readonly Coming[]) {
  const hashed = coming.map((one) => ({ ...one, sha256: createHash('sha256').update(one.bytes).digest() }));
  const hashes = hashed.map(({ sha256 }) => sha256);
  const known = await knownOriginals(db, viewer, { hashes, reader });
  const read: ReadRecord[] = [];
  const problems: store.Problem[] = [];
  let unchanged = 0;
  for (const { sha256, bytes, file, place, read: readNow } of hashed) {
    const reading = known.has(sha256.toString('hex')) ? null : readNow();
    if (reading === null) unchanged += 1;
    else if ('statement' in reading) read.push({ statement: fitToKeep(reading.statement), original: bytes, sha256 });
    else {
      const [first] = reading.problems;
      const [rule, message] = [first?.rule ?? '', first?.message ?? ''];
      problems.push({ file, place: `${place}${first?.path ?? ''}`, rule, message });
    }
  }
  return { read, problems, unchanged };
}

/** How new the data of each source say that they are. */
function freshnessOf(coming: readonly Coming[], read: readonly ReadRecord[], scores: readonly ScoredName[]): Freshness {
  const newest = new Map<SourceId, string | null>(coming.map(({ source }) => [source, null]));
  for (const { statement } of read) {
    const { source, modifiedAt, exploitation } = statement;
    const day = exploitation ? `${exploitation.addedOn}T00:00:00Z` : null;
    const at = modifiedAt ?? day;
    if (at !== null && at > (newest.get(source) ?? '')) newest.set(source, at);
  }
  const scored = scores
    .flatMap(({ scoredOn }) => scoredOn ?? [])
    .sort()
    .at(-1);
  if (scores.length > 0) newest.set('epss', scored ? `${scored}T00:00:00Z` : null);
  return newest;
}
