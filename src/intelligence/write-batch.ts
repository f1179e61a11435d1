import { createHash } from 'node:crypto';
import type { Tools } from '#access';
import type { Transaction } from '#platform/database';
import { fitToKeep } from './fit-to-keep.ts';
import type { ImportCounts, Incoming } from './import-records.ts';
import { keepScores, type ScoredName } from './keep-scores.ts';
import { type KeptCounts, keepStatements, type ReadRecord } from './keep-statements.ts';
import { reader } from './reader.ts';
import type { SourceId } from './statement.ts';
import * as store from './store/imports.ts';
import { knownOriginals } from './store/known-originals.ts';
import * as records from './store/records.ts';
import { type Came, lastOfEach, placeOf, standsAfter } from './which-stands.ts';

/** A run on its way. */
export type Run = {
  id: string;
  counts: ImportCounts;
  waiting: { records: Coming[]; bytes: number; scores: ScoredName[]; problems: store.Problem[] };
  /** Earlier revisions that came once more, by record; written at the end unless what is kept now comes too. */
  held: Map<string, ReadRecord>;
  /** Which sources were read, and how new their data say that they are. */
  freshness: Map<SourceId, string | null>;
  unreadable: number;
};
type Coming = Extract<Incoming, { kind: 'record' }>;

/** Begins a run, or begins it again where it was cut off: what it had told of is told anew, what it had written counts on. */
export async function beginRun({ db }: Pick<Tools, 'db'>, id: string): Promise<Run> {
  const { created, changed } = await store.restartImport(db, id);
  return {
    id,
    counts: { ...{ read: 0, created, changed, unchanged: 0, refused: 0, scores: 0, bySource: {} } },
    waiting: { records: [], bytes: 0, scores: [], problems: [] },
    ...{ held: new Map(), freshness: new Map(), unreadable: 0 },
  };
}

/** Writes what has gathered, with the counts that hold from then on. */
export async function writeBatch(tools: Tools, run: Run): Promise<void> {
  const { id, waiting } = run;
  const coming = waiting.records.splice(0);
  waiting.bytes = 0;
  const scores = waiting.scores.splice(0);
  const { came, problems, dataAt } = await readNew(tools, coming);
  run.unreadable += problems.length;
  problems.push(...waiting.problems.splice(0));
  noteFreshness(run, dataAt, scores);
  const { read, refused, bySource } = run.counts;
  const reached = { ...run.counts, read: read + coming.length, refused: refused + problems.length };
  reached.scores += scores.length;
  reached.bySource = { ...bySource };
  for (const { source } of coming) reached.bySource[source] = (reached.bySource[source] ?? 0) + 1;
  run.counts = await tools.db.transaction().execute(async (transaction) => {
    await records.holdImports(transaction);
    const kept = await keepStatements(transaction, tools, await standing(transaction, tools, run, came));
    await keepScores(transaction, tools, scores);
    const counts = counted(reached, kept, run);
    await store.noteProgress(transaction, { id, counts, problems });
    return counts;
  });
}

/** Writes the earlier revisions that nothing newer followed: their source has taken its change back. */
export async function writeHeld(tools: Tools, run: Run): Promise<void> {
  const held = [...run.held.values()];
  run.held.clear();
  if (held.length === 0) return;
  run.counts = await tools.db.transaction().execute(async (transaction) => {
    const counts = counted(run.counts, await keepStatements(transaction, tools, held), run);
    await store.noteProgress(transaction, { id: run.id, counts, problems: [] });
    return counts;
  });
}

function counted(reached: ImportCounts, kept: KeptCounts, { unreadable }: Run): ImportCounts {
  const created = reached.created + kept.created;
  const changed = reached.changed + kept.changed;
  return { ...reached, created, changed, unchanged: reached.read - unreadable - created - changed };
}

type ReadBatch = { came: Came[]; problems: store.Problem[]; dataAt: [SourceId, string | null][] };

/** Reads the records whose bytes are not known yet; a source of which nothing was understood is none the fresher. */
async function readNew({ db, viewer }: Tools, coming: readonly Coming[]): Promise<ReadBatch> {
  const hashed = coming.map((one) => ({ ...one, sha256: createHash('sha256').update(one.bytes).digest() }));
  const hashes = hashed.map(({ sha256 }) => sha256);
  const known = Map.groupBy(await knownOriginals(db, viewer, { hashes, reader }), ({ sha256 }) => sha256);
  const came: Came[] = [];
  const problems: store.Problem[] = [];
  const dataAt: ReadBatch['dataAt'] = [];
  for (const { sha256, bytes, file, place, source, read } of hashed) {
    const kept = known.get(sha256.toString('hex'));
    const reading = kept ? null : read();
    if (kept) {
      came.push(...kept.map((one) => ({ ...one, read: null })));
      dataAt.push(...kept.map((one): [SourceId, string | null] => [one.source, one.dataAt]));
    } else if (reading && 'statement' in reading) {
      const statement = fitToKeep(reading.statement);
      const { externalId, modifiedAt, exploitation } = statement;
      came.push({ source, externalId, modifiedAt, read: { statement, original: bytes, sha256 } });
      dataAt.push([source, modifiedAt ?? (exploitation ? `${exploitation.addedOn}T00:00:00Z` : null)]);
    } else {
      const { path = '', rule = '', message = '' } = reading?.problems[0] ?? {};
      problems.push({ file, place: `${place}${path}`, rule, message });
    }
  }
  return { came, problems, dataAt };
}

/** What of it is to be kept now; what may have been taken back is held until the run ends. */
async function standing(
  transaction: Transaction,
  { viewer }: Tools,
  { held }: Run,
  came: readonly Came[],
): Promise<ReadRecord[]> {
  const last = lastOfEach(came);
  const read = [...last.values()].flatMap((one) => one.read ?? []);
  const kept = await records.findStanding(transaction, viewer, read);
  const keeping: ReadRecord[] = [];
  for (const [key, one] of last) {
    const place = one.read ? placeOf(one.read, kept.get(key)) : 'keep';
    const before = held.get(key);
    if (before && standsAfter(one, before.statement)) held.delete(key);
    if (!one.read || place === 'older' || place === 'known') continue;
    if (place === 'again') held.set(key, one.read);
    else keeping.push(one.read);
  }
  return keeping;
}

/** How new the data of each source say that they are. */
function noteFreshness({ freshness }: Run, dataAt: ReadBatch['dataAt'], scores: readonly ScoredName[]): void {
  const days = new Set(scores.map(({ scoredOn }) => scoredOn));
  const scored = [...days].map((day): [SourceId, string | null] => ['epss', day === null ? null : `${day}T00:00:00Z`]);
  for (const [source, at] of [...dataAt, ...scored]) {
    const before = freshness.get(source) ?? null;
    const isNewer = at !== null && (before === null || Temporal.Instant.compare(at, before) > 0);
    freshness.set(source, isNewer ? at : before);
  }
}
