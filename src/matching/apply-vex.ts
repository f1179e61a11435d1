import { createHash } from 'node:crypto';
import { recordAudit, type Tools } from '#access';
import { findIdsByName } from '#intelligence';
import type { Transaction } from '#platform/database';
import { Refusal } from '#platform/errors';
import { newId } from '#platform/ids';
import { readVex, type VexFile, type VexStatement, vexBytes } from '#verdicts';
import { VerdictContent } from '#verdicts/model';
import type { VexLine, VexSaid, VexScope } from './contract/vex.ts';
import { type DecideTools, decideIn } from './decide.ts';
import { holdMatching } from './store/exposures.ts';
import { insertVexImport, type NewVexLine } from './store/vex-imports.ts';
import { listPlacesOf, listReleasesOf } from './store/vex-places.ts';
import { type Placed, placeStatements } from './vex/place-statements.ts';

/** So many statements of one file are taken. */
const mostStatements = 20_000;
const shownLines = 1_000;

export type Filing = VexScope & { file: File };

/**
 * What a file with statements would decide for a release, a model or a line.
 * @throws Refusal 'invalid' with the problems of the document, 'too-large', or 'not-found'
 */
export async function previewVex(tools: Pick<Tools, 'db' | 'viewer'>, filing: Filing): Promise<VexSaid> {
  const { file } = await readFile(filing);
  return tools.db.transaction().execute(async (transaction) => {
    const placed = await place(transaction, tools, { file, filing });
    return said(file, linesOf(placed, file));
  });
}

/**
 * Takes the statements of a file as verdicts of their releases, in one transaction: what has one content is one decision,
 * and each statement is listed as applied, or ignored and why.
 * @throws Refusal as previewVex, or 'conflict' when some of it is confidential and some is not
 */
export async function applyVex(tools: DecideTools, filing: Filing): Promise<VexSaid & { id: string }> {
  const { file, sha256 } = await readFile(filing);
  return tools.db.transaction().execute(async (transaction) => {
    await holdMatching(transaction);
    const placed = await place(transaction, tools, { file, filing });
    const wallId = wallOf(placed);
    const lines = linesOf(placed, file);
    await decideAll(transaction, tools, { placed, lines, file });
    const { head } = file.reading;
    const id = newId();
    await insertVexImport(
      transaction,
      {
        ...{ id, filedFor: { scope: filing.scope, id: filing.id }, fileName: kept(filing.file.name), sha256 },
        ...{
          format: file.format,
          documentId: kept(head.id),
          author: kept(head.author),
          statedAt: head.at === null ? null : Temporal.Instant.from(head.at),
        },
        ...{ at: tools.now(), by: tools.viewer.person?.id ?? null, wallId },
      },
      lines,
    );
    const report = said(file, lines);
    await recordAudit(transaction, tools, {
      ...{ action: 'vex.apply', subjectKind: 'vex', subjectId: id, subjectName: kept(filing.file.name), wallId },
      after: { applied: report.counts.applied, waits: report.counts.waits, ignored: report.counts.ignored },
    });
    return { ...report, id };
  });
}

const kept = (text: string): string => text.replaceAll('\0', '\ufffd').slice(0, 2_000);

async function readFile({ file }: Filing): Promise<{ file: VexFile; sha256: Buffer }> {
  if (file.size > vexBytes) throw new Refusal('too-large', 'The file is too large.', { most: vexBytes });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const read = await readVex(bytes);
  if ('problems' in read) throw new Refusal('invalid', 'The file cannot be read.', { problems: read.problems });
  if (read.reading.statements.length > mostStatements)
    throw new Refusal('too-large', `At most ${mostStatements} statements at once.`, { most: mostStatements });
  return { file: read, sha256: createHash('sha256').update(bytes).digest() };
}

async function place(
  transaction: Transaction,
  { viewer }: Pick<Tools, 'viewer'>,
  { file, filing }: { file: VexFile; filing: Filing },
): Promise<Placed[]> {
  const releases = await listReleasesOf(transaction, filing);
  if (releases.length === 0)
    throw new Refusal('not-found', `There is no ${filing.scope} ${filing.id} with releases.`, { what: filing.scope });
  const { statements } = file.reading;
  const names = [...new Set(statements.flatMap(({ vulnerability, aliases }) => [vulnerability, ...aliases]))];
  const found = await findIdsByName(transaction, viewer, names);
  const places = await listPlacesOf(transaction, viewer, {
    releaseKeys: releases.map(({ key }) => key),
    vulnerabilityIds: [...new Set(found.map(({ id }) => id))],
  });
  const vulnerabilityIds = new Map(found.map(({ name, id }) => [name, id]));
  return placeStatements(statements, { releases, vulnerabilityIds, places });
}

/** Behind which wall all of it stands. A file is told to everybody who may read verdicts, or to those inside. */
function wallOf(placed: readonly Placed[]): string | null {
  const walls = new Set(placed.flatMap(({ places }) => places.map(({ wallId }) => wallId)));
  if (walls.size > 1)
    throw new Refusal('conflict', 'Confidential and public matter is decided apart.', { obstacle: 'mixed-walls' });
  const [wallId = null] = walls;
  return wallId;
}

const nameOf = (named: { name: string; version: string | null; range?: string | null } | null): string =>
  named === null ? '' : kept([named.name, named.range ?? named.version].filter(Boolean).join(' '));

/** What becomes of each statement, in the order of the file. */
export function linesOf(placed: readonly Placed[], { reading }: VexFile): NewVexLine[] {
  const taken = placed.map(({ statement, places, ignored }): Omit<NewVexLine, 'ordinal'> => {
    const { vulnerability, product, part, status, justification } = statement;
    const outcome = ignored === null ? 'applied' : 'ignored';
    return {
      ...{ vulnerability: kept(vulnerability), product: nameOf(product), part: nameOf(part), status, justification },
      ...{ outcome, reason: ignored, places: places.length, decisionId: null },
    };
  });
  const unread = reading.unread.map(
    ({ vulnerability, product }): Omit<NewVexLine, 'ordinal'> => ({
      ...{ vulnerability: kept(vulnerability ?? ''), product: kept(product ?? ''), part: '', status: null },
      ...{ justification: null, outcome: 'ignored', reason: 'not-understood', places: 0, decisionId: null },
    }),
  );
  return [...taken, ...unread].map((line, at) => ({ ordinal: at + 1, ...line }));
}

/** One decision for each content; writes into the lines what they became. */
export async function decideAll(
  transaction: Transaction,
  tools: DecideTools,
  { placed, lines, file }: { placed: readonly Placed[]; lines: NewVexLine[]; file: VexFile },
): Promise<void> {
  const applied = placed.flatMap((one, at) => (one.ignored === null ? [{ ...one, at }] : []));
  const groups = Map.groupBy(applied, ({ statement }) => JSON.stringify(contentOf(statement, file)));
  for (const [content, group] of groups) {
    const places = group.flatMap((one) =>
      one.places.map(({ releaseId, vulnerability, product }) => ({ release: releaseId, vulnerability, product })),
    );
    const { decisionId, waits } = await decideIn(transaction, tools, {
      ...{ places: { by: 'places', places }, scope: 'release', readerIds: null },
      content: VerdictContent.parse(JSON.parse(content)),
    });
    for (const { at } of group)
      Object.assign(lines[at] as NewVexLine, { decisionId, outcome: waits ? 'waits' : 'applied' });
  }
}

const long = 4_000;
const cut = (text: string): string => (text.length > long ? `${text.slice(0, long - 1)}…` : text);

/** What is told to users is one text of a verdict: why it does not affect them, or what they can do. */
function contentOf(statement: VexStatement, { reading: { head } }: VexFile) {
  const { status, justification, impact, action, note } = statement;
  const told = status === 'affected' ? [action, impact] : [impact, action];
  const source = [head.author, head.id].filter(Boolean).join(', ') || 'VEX';
  return {
    ...{ status, justification: status === 'not-affected' ? justification : null },
    ...{ impact: cut(told.filter(Boolean).join('\n\n')) },
    ...{ note: cut(note.trim() || source), evidence: cut(source) },
  };
}

function said({ format, reading: { head }, doubts }: VexFile, lines: readonly NewVexLine[]): VexSaid {
  const count = (outcome: VexLine['outcome']) => lines.filter((line) => line.outcome === outcome).length;
  const places = lines.reduce((sum, line) => sum + line.places, 0);
  return {
    ...{ format, document: { id: head.id, author: head.author, at: head.at }, doubts },
    counts: { applied: count('applied'), waits: count('waits'), ignored: count('ignored'), places },
    lines: lines.slice(0, shownLines).map(({ decisionId: _decision, ...line }) => line),
  };
}
