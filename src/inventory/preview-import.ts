import { createHash } from 'node:crypto';
import { mayIn, type Tools } from '#access';
import type { Problem } from '#formats/csv';
import type { Db } from '#platform/database';
import { newId } from '#platform/ids';
import { describePlan } from './describe-plan.ts';
import { listWords } from './name-owners.ts';
import type { Preview } from './preview.ts';
import { storableFileName } from './sbom/storable.ts';
import { type Columns, understandHeader } from './sheet/columns.ts';
import { nameOf, parseRows, type RowError, type SaidRow } from './sheet/parse-rows.ts';
import { type Plan, planImport } from './sheet/plan.ts';
import { readSheet, type Sheet } from './sheet/read-sheet.ts';
import type { Words } from './sheet/said.ts';
import { insertImport } from './store/imports.ts';
import { listAllLines } from './store/lines.ts';
import { listModelNames, listNamedIds, listStanding } from './store/models.ts';
import { text } from './text.ts';

// A file with everything wrong would be kept and sent many times larger than it is; nobody corrects more at once.
const mostErrors = 1_000;
const longestValue = 200;

export const previewLasts = { hours: 1 };

export type PreviewedImport = { id: string; expiresAt: Temporal.Instant; canApply: boolean; preview: Preview };

/**
 * Reads a file and says what it would change, without changing anything. What it would change is kept for an hour,
 * so that exactly that is applied. The number of statements does not depend on the number of rows.
 * @returns what is wrong at once: problems of the file, and the first 1,000 errors by row and column; all are counted
 */
export async function previewImport(
  { db, viewer, now }: Pick<Tools, 'db' | 'viewer' | 'now'>,
  { file }: { file: File },
): Promise<PreviewedImport> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { sheet, problems } = await readSheet(bytes);
  const columns = understandHeader(sheet.header);
  // Of a file that was not read, nothing can be said about its columns.
  const wrong = [...problems, ...(sheet.header.length > 0 ? columnProblems(columns) : [])];
  const compared = wrong.length > 0 ? nothing : await compare({ db, viewer, now }, sheet, columns);

  const preview = previewOf(sheet, columns, wrong, compared);
  const canApply = wrong.length === 0 && compared.errors.length === 0 && compared.plan.models.length > 0;
  const kept = {
    lines: compared.plan.lines,
    models: compared.plan.models.map(({ id, revision, after, reasons }) => ({ id, revision, after, reasons })),
  };
  const at = now();
  const id = newId();
  const expiresAt = at.add(previewLasts);
  await db.transaction().execute((transaction) =>
    insertImport(
      transaction,
      {
        id,
        register: 'products',
        fileName: storableFileName(file.name),
        sha256: createHash('sha256').update(bytes).digest(),
        sizeBytes: bytes.length,
        personId: viewer.person?.id ?? null,
        personName: viewer.name,
        previewedAt: at,
        expiresAt,
      },
      { preview, plan: canApply ? kept : null },
    ),
  );
  return { id, expiresAt, canApply, preview };
}

type Compared = { plan: Plan; errors: RowError[]; models: Preview['models']; rows: number };
const nothing: Compared = { plan: { lines: [], models: [], unchanged: 0 }, errors: [], models: [], rows: 0 };

async function compare(
  { db, viewer, now }: Pick<Tools, 'db' | 'viewer' | 'now'>,
  sheet: Sheet,
  columns: Columns,
): Promise<Compared> {
  const words = await listWords({ db, now });
  const { rows, errors } = parseRows(sheet, columns, words);
  const lines = await listAllLines(db);
  const models = await listStanding(db, await listNamedIds(db, slugsOf(rows), numbersOf(rows)));
  const nameable = new Set([...words.divisions, ...words.posts].map(({ id }) => id));
  const { plan, errors: found } = planImport({ sheet, columns, rows }, { lines, models, nameable });
  const names = await namesFor(db, plan, { lines, words });
  return {
    plan,
    errors: [...errors, ...found, ...foreign(viewer, plan, { sheet, columns, rows })].sort((a, b) => a.line - b.line),
    models: describePlan(plan, names),
    rows: rows.length,
  };
}

const slugsOf = (rows: SaidRow[]) => [
  ...new Set(rows.flatMap(({ slug, facts }) => (facts.successor ? [slug, facts.successor.value as string] : [slug]))),
];
const numbersOf = (rows: SaidRow[]) => [...new Set(rows.flatMap(({ folded }) => folded ?? []))];

async function namesFor(db: Db, plan: Plan, { lines, words }: { lines: { id: string; name: string }[]; words: Words }) {
  const successors = plan.models.flatMap(({ before, after }) =>
    [before?.successorId ?? [], after.successorId ?? []].flat(),
  );
  const names = await listModelNames(db, [...new Set(successors)]);
  return {
    lines: new Map(lines.map(({ id, name }) => [id, name])),
    models: new Map(names.map(({ id, name }) => [id, name])),
    words,
  };
}

/** The rows of models that the viewer may not change, before or after. */
function foreign(
  viewer: Tools['viewer'],
  plan: Plan,
  { sheet, columns, rows }: { sheet: Sheet; columns: Columns; rows: SaidRow[] },
): RowError[] {
  return plan.models
    .filter(({ before, after }) =>
      [before ?? after, after].some((facts) => !mayIn(viewer, 'product:write', facts.divisionId)),
    )
    .map(({ rows: lines, after, before }) => {
      const lost = new Set((before?.partNumbers ?? []).map(({ number }) => number));
      const taker = rows.find(({ number }) => number !== null && lost.has(number.number));
      const line = lines[0] ?? taker?.line ?? 0;
      const column = nameOf(sheet, columns, 'division');
      return { line, key: 'division', column, value: after.name, rule: 'not-allowed', details: {} };
    });
}

function columnProblems({ missing, twice }: Columns): Problem[] {
  return [
    // However many are missing, it is one thing to put right: the first row.
    ...(missing.length > 0
      ? [
          {
            path: 'file',
            rule: 'column-missing',
            message: `Missing: ${missing.map((key) => `"${text.en.columns[key]}"`).join(', ')}`,
            details: { keys: missing.join(' ') },
          },
        ]
      : []),
    ...twice.map(({ name, key }) => ({
      path: 'file',
      rule: 'column-twice',
      message: `"${name}" means the same as another column: ${text.en.columns[key]}`,
      details: { name, key },
    })),
  ];
}

function previewOf(sheet: Sheet, columns: Columns, problems: Problem[], compared: Compared): Preview {
  const keyByIndex = new Map([...columns.indexByKey].map(([key, index]) => [index, key]));
  const { plan, errors, models } = compared;
  const created = models.filter(({ what }) => what === 'create').length;
  return {
    format: sheet.format,
    encoding: sheet.encoding,
    problems: problems.slice(0, 200),
    columns: sheet.header
      .map((name, index) => ({ name, key: keyByIndex.get(index) ?? null }))
      .filter(({ name }) => name !== ''),
    otherSheets: sheet.otherSheets,
    errors: errors.slice(0, mostErrors).map((error) => ({
      ...error,
      value: error.value.slice(0, longestValue),
      message: text.en.wrong[error.rule](error.details),
    })),
    newLines: plan.lines.map(({ name }) => name),
    models,
    counts: {
      rows: compared.rows,
      lines: plan.lines.length,
      created,
      changed: models.length - created,
      unchanged: plan.unchanged,
      numbersAdded: models.reduce((sum, { numbersAdded }) => sum + numbersAdded.length, 0),
      errors: problems.length + errors.length,
    },
  };
}
