import { createHash } from 'node:crypto';
import type { Tools } from '#access';
import type { Problem } from '#formats/csv';
import { fold } from '#platform/browser/fold';
import { newId } from '#platform/ids';
import { differenceOf } from '../facts.ts';
import type { RegisterName } from '../model/registers.ts';
import { previewLasts } from '../preview-import.ts';
import type { RegisterPreview } from '../register-preview.ts';
import { registersText } from '../registers-text.ts';
import { storableFileName } from '../sbom/storable.ts';
import { readSheet, type Sheet } from '../sheet/read-sheet.ts';
import { insertImport } from '../store/imports.ts';
import { listAllTags } from '../store/tags.ts';
import { foreignFacts, idsIn } from './change-entries.ts';
import { factTexts } from './fact-texts.ts';
import type { Kept, Register } from './register.ts';
import { registerOf } from './registers.ts';
import { nodesInCircles } from './sheet/circles.ts';
import { type Columns, sheetColumns, understandHeader } from './sheet/columns.ts';
import { findNamed } from './sheet/find-named.ts';
import { parseRows, type RowError } from './sheet/parse-rows.ts';
import { type Facts, type PlannedEntry, planRows } from './sheet/plan.ts';
import { factsOfRow } from './sheet/row-facts.ts';
import { listNamesakes } from './store/entries.ts';
import { listContentsBelow } from './store/lookups.ts';
import { type References, readReferences } from './store/references.ts';

type ReadTools = Pick<Tools, 'db' | 'viewer' | 'now'>;

/** What is needed to apply a file that was previewed. */
export type KeptRows = { entries: { id: string; revision: number | null; after: Kept<Facts> }[] };

// Shipments of a large maker: a thousand releases, four regions, a year.
const mostRows = 100_000;
// Nobody corrects or reads more at once, and it is kept and sent.
const mostShown = 1_000;
const longestValue = 200;

/**
 * Reads a file of a register and says what it would change, without changing anything. What it would change is kept for
 * an hour, so that exactly that is applied. The number of statements does not depend on the number of rows.
 */
export async function previewRows(
  tools: ReadTools,
  { register: name, file }: { register: RegisterName; file: File },
): Promise<{ id: string; expiresAt: string; canApply: boolean; preview: RegisterPreview }> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { sheet, problems } = await readSheet(bytes, mostRows);
  const columns = understandHeader(name, sheet.header);
  const wrong = [...problems, ...(sheet.header.length > 0 ? columnProblems(columns) : [])];
  const compared = wrong.length > 0 ? nothing : await compare(tools, registerOf(name), { sheet, columns });

  const preview = previewOf(name, { sheet, columns, wrong }, compared);
  const canApply = preview.counts.errors === 0 && compared.entries.length > 0;
  const entries = compared.entries.map(({ id, standing, after }) => ({
    id,
    revision: standing?.revision ?? null,
    after,
  }));
  const at = tools.now();
  const id = newId();
  const expiresAt = at.add(previewLasts);
  await tools.db.transaction().execute((transaction) =>
    insertImport(
      transaction,
      {
        id,
        register: name,
        fileName: storableFileName(file.name),
        sha256: createHash('sha256').update(bytes).digest(),
        sizeBytes: bytes.length,
        personId: tools.viewer.person?.id ?? null,
        personName: tools.viewer.name,
        previewedAt: at,
        expiresAt,
      },
      { preview, plan: canApply ? ({ entries } satisfies KeptRows) : null },
    ),
  );
  return { id, expiresAt: expiresAt.toString(), canApply, preview };
}

type Compared = {
  rows: number;
  entries: PlannedEntry[];
  unchanged: number;
  errors: RowError[];
  shown: RegisterPreview['entries'];
};
const nothing: Compared = { rows: 0, entries: [], unchanged: 0, errors: [], shown: [] };

async function compare(
  { db, viewer }: ReadTools,
  register: Register<Facts>,
  { sheet, columns }: { sheet: Sheet; columns: Columns },
): Promise<Compared> {
  const tags = new Map((await listAllTags(db)).map(({ folded, name }) => [folded, name]));
  const { needed } = sheetColumns[register.name];
  const { rows, errors, count } = parseRows(sheet, columns, { needed, tags });
  const find = await findNamed(
    db,
    rows,
    register.name === 'parts' || register.name === 'shipments' ? 'releases' : 'no-releases',
  );
  const told = rows.flatMap((row) => {
    const before = errors.length;
    const facts = factsOfRow(register.name, row, find);
    return errors.length > before ? [] : [{ row, facts }];
  });
  const ids = idsIn(
    register,
    told.map(({ facts }) => ({ standing: null, after: facts as Kept<Facts> })),
  );
  const references = await readReferences(db, ids);
  const standing = await listNamesakes(
    db,
    register.table,
    told.map(({ facts }) => facts),
    references,
  );
  const isCp932 = sheet.encoding === 'cp932';
  const { entries, unchanged } = planRows(register, told, { standing, references, isCp932 });
  for (const entry of entries)
    if (foreignFacts(viewer, register, entry, references))
      entry.row.wrong(sheetColumns[register.name].columns[0] ?? 'model', { rule: 'not-allowed' });
  if (register.name === 'parts') await findCircles(db, entries);
  errors.sort((one, other) => one.line - other.line);
  const shown = entries.slice(0, mostShown).map((entry) => shownEntry(register, entry, references));
  return { rows: count, entries, unchanged, errors, shown };
}

/** Whoever lies in a circle, once the file is applied, is named with the row that closes it. */
async function findCircles(db: Tools['db'], entries: PlannedEntry[]): Promise<void> {
  const edges = entries.map(({ id, row, after }) => ({
    id,
    row,
    releaseId: String(after.releaseId),
    partId: String(after.partId),
  }));
  const below = edges.length > 0 ? await listContentsBelow(db, [...new Set(edges.map(({ partId }) => partId))]) : [];
  const inCircle = nodesInCircles([...edges, ...below]);
  for (const { row, releaseId, partId } of edges)
    if (inCircle.has(releaseId) && inCircle.has(partId)) row.wrong('partVersion', { rule: 'part-circle' });
}

function shownEntry(register: Register<Facts>, { id, standing, after, row }: PlannedEntry, references: References) {
  const { before, after: differing } = differenceOf<Facts>(standing?.facts ?? null, after);
  return {
    entryId: id,
    what: standing === null ? ('create' as const) : ('change' as const),
    title: register.titleOf(after, references),
    row: row.line,
    facts: factTexts(before, differing, references),
  };
}

function columnProblems({ missing, twice }: Columns): Problem[] {
  const { columns } = registersText.en;
  return [
    ...(missing.length > 0
      ? [
          {
            path: 'file',
            rule: 'column-missing',
            message: `Missing: ${missing.map((key) => `"${columns[key]}"`).join(', ')}`,
            details: { keys: missing.join(' ') },
          },
        ]
      : []),
    ...twice.map(({ name, key }) => ({
      path: 'file',
      rule: 'column-twice',
      message: `"${name}" means the same as another column: ${columns[key]}`,
      details: { name, key },
    })),
  ];
}

function previewOf(
  register: RegisterName,
  { sheet, columns, wrong }: { sheet: Sheet; columns: Columns; wrong: Problem[] },
  { rows, entries, unchanged, errors, shown }: Compared,
): RegisterPreview {
  const keyByIndex = new Map([...columns.indexByKey].map(([key, index]) => [index, key]));
  const created = entries.filter(({ standing }) => standing === null).length;
  return {
    register,
    format: sheet.format,
    encoding: sheet.encoding,
    problems: wrong.slice(0, 200),
    columns: sheet.header
      .map((name, index) => ({ name, key: keyByIndex.get(index) ?? null }))
      .filter(({ name }) => fold(name) !== ''),
    otherSheets: sheet.otherSheets,
    errors: errors.slice(0, mostShown).map((error) => ({
      ...error,
      value: error.value.slice(0, longestValue),
      message: registersText.en.wrong[error.rule](error.details),
    })),
    entries: shown,
    counts: {
      rows,
      created,
      changed: entries.length - created,
      unchanged,
      errors: wrong.length + errors.length,
    },
  };
}
