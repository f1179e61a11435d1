import { withSameLooking } from '#formats/csv';
import { fold, foldId } from '#platform/browser/fold';
import { newId } from '#platform/ids';
import { differenceOf, type ModelFacts, type PartNumberFacts, type StandingModel, unsaid } from '../facts.ts';
import { needsReason, type SupportDateKind, slugOf, supportDateKinds, supportFields } from '../model.ts';
import { sorted } from '../part-numbers.ts';
import { type ColumnKey, type Columns, type FactColumn, factColumns, factOfColumn } from './columns.ts';
import { nameOf, type RowError, type SaidRow } from './parse-rows.ts';
import type { Sheet } from './read-sheet.ts';

/** What stands now of all that the file names: lines, models by name, holders of its part numbers. */
export type Catalogue = {
  lines: { id: string; name: string }[];
  models: StandingModel[];
  /** Ids of the divisions and posts that a file can name. */
  nameable: Set<string>;
};

/** One model that the file makes or changes; `revision` null: it is new. */
export type PlannedModel = {
  id: string;
  revision: number | null;
  before: ModelFacts | null;
  after: ModelFacts;
  reasons: Partial<Record<SupportDateKind, string>>;
  /** The rows that speak of it; none for a model that only loses a part number to another. */
  rows: number[];
};

export type Plan = { lines: { id: string; name: string }[]; models: PlannedModel[]; unchanged: number };

type Group = { slug: string; rows: SaidRow[]; standing: StandingModel | null; id: string };

/**
 * Compares what the rows say with what stands. Nothing is removed because the file does not name it;
 * an empty cell in a column of the file empties the fact, a column that the file has not leaves it.
 */
export function planImport(
  { sheet, columns, rows }: { sheet: Sheet; columns: Columns; rows: SaidRow[] },
  catalogue: Catalogue,
): { plan: Plan; errors: RowError[] } {
  const errors: RowError[] = [];
  const wrong = (row: SaidRow, key: ColumnKey, rule: RowError['rule'], details: RowError['details'] = {}) =>
    errors.push({ line: row.line, key, column: nameOf(sheet, columns, key), value: cellOf(row, key), rule, details });
  const isSameText = sheet.encoding === 'cp932' ? sameInCp932 : (one: string, other: string) => one === other;

  const standingBySlug = new Map(
    catalogue.models.filter(({ facts }) => !facts.removed).map((model) => [slugOf(model.facts.name), model]),
  );
  const groups = [...Map.groupBy(rows, ({ slug }) => slug)].map(([slug, ofModel]): Group => {
    const standing = standingBySlug.get(slug) ?? null;
    return { slug, rows: ofModel, standing, id: standing?.id ?? newId() };
  });
  const idBySlug = new Map([
    ...[...standingBySlug].map(([slug, { id }]) => [slug, id] as const),
    ...groups.map(({ slug, id }) => [slug, id] as const),
  ]);

  const lines = new Map(catalogue.lines.map((line) => [fold(line.name), { ...line, isNew: false }]));
  for (const { lineName } of rows)
    if (!lines.has(fold(lineName))) lines.set(fold(lineName), { id: newId(), name: lineName, isNew: true });

  findTwiceNumbers(rows, wrong);
  const given = new Set(rows.flatMap(({ folded }) => folded ?? []));
  const holderByNumber = new Map(
    catalogue.models.flatMap(({ facts }) =>
      facts.partNumbers.map((number) => [foldId(number.number), number] as const),
    ),
  );

  const planned = groups.map((group): PlannedModel => {
    const lineId = lines.get(fold(agreed(group, 'line', wrong) ?? ''))?.id ?? '';
    const said = saidFacts(group, columns, { wrong, idBySlug });
    const before = group.standing?.facts ?? null;
    const facts: ModelFacts = {
      ...unsaid,
      kind: 'device',
      name: group.rows[0]?.modelName ?? '',
      ...before,
      ...said.facts,
      lineId,
      partNumbers: [],
    };
    if (before) keepUnsayable(before, facts, { isSameText, nameable: catalogue.nameable });
    const kept = (before?.partNumbers ?? []).filter(({ number }) => !given.has(foldId(number)));
    const written = group.rows.flatMap((row) => writtenNumber(row, columns, { holderByNumber, isSameText }));
    const after = { ...facts, partNumbers: sorted([...kept, ...written]) };
    const reasons = reasonsOf({ before, after, reason: said.reason });
    findMissingReasons(group, { before, after, reasons }, wrong);
    return {
      id: group.id,
      revision: group.standing?.revision ?? null,
      before,
      after,
      reasons,
      rows: group.rows.map(({ line }) => line),
    };
  });
  findCircles(groups, planned, catalogue, wrong);

  const losers = catalogue.models
    .filter(
      ({ id, facts }) =>
        !groups.some((group) => group.id === id) && facts.partNumbers.some(({ number }) => given.has(foldId(number))),
    )
    .map(({ id, revision, facts }): PlannedModel => {
      const partNumbers = facts.partNumbers.filter(({ number }) => !given.has(foldId(number)));
      return { id, revision, before: facts, after: { ...facts, partNumbers }, reasons: {}, rows: [] };
    });
  const models = [...planned, ...losers].filter(
    ({ before, after }) => Object.keys(differenceOf(before, after).after).length > 0,
  );
  const used = new Set(models.map(({ after }) => after.lineId));
  const newLines = [...lines.values()].filter(({ id, isNew }) => isNew && used.has(id));
  return {
    plan: {
      lines: newLines.map(({ id, name }) => ({ id, name })),
      models,
      unchanged: planned.length + losers.length - models.length,
    },
    errors,
  };
}

type Wrong = (row: SaidRow, key: ColumnKey, rule: RowError['rule'], details?: RowError['details']) => void;

// What CP932 writes for this text is what the file says, so the text has not been changed.
const sameInCp932 = (standing: string, said: string) => standing === said || withSameLooking(standing) === said;

function cellOf(row: SaidRow, key: ColumnKey): string {
  if (key === 'line') return row.lineName;
  if (key === 'model') return row.modelName;
  if (key === 'partNumber') return row.number?.number ?? '';
  if (key === 'partNumberNote') return row.number?.note ?? '';
  return row.facts[key]?.cell ?? '';
}

/** The one line that all rows of a model name. */
function agreed({ rows }: Group, key: 'line', wrong: Wrong): string | undefined {
  const [first, ...others] = rows;
  for (const row of others)
    if (first && fold(row.lineName) !== fold(first.lineName))
      wrong(row, key, 'rows-disagree', { otherLine: first.line, otherValue: first.lineName });
  return first?.lineName;
}

/** What the rows of a model say together: the one value of each column, or that it is empty. */
function saidFacts(
  group: Group,
  columns: Columns,
  { wrong, idBySlug }: { wrong: Wrong; idBySlug: Map<string, string> },
) {
  const facts: Partial<Record<FactColumn, unknown>> = {};
  const saidBy = (key: FactColumn | 'reason') => {
    const saying = group.rows.filter((row) => row.facts[key] !== undefined);
    const [first, ...others] = saying;
    for (const row of others)
      if (JSON.stringify(row.facts[key]?.value) !== JSON.stringify(first?.facts[key]?.value))
        wrong(row, key, 'rows-disagree', { otherLine: first?.line ?? 0, otherValue: first?.facts[key]?.cell ?? '' });
    return first;
  };
  for (const column of factColumns) {
    if (!columns.indexByKey.has(column)) continue;
    const row = saidBy(column);
    const value = row?.facts[column]?.value;
    if (column === 'kind' && value === undefined) continue;
    facts[column] = value ?? unsaid[factOfColumn[column] as keyof typeof unsaid];
    if (column === 'successor' && row) facts.successor = successorOf(row, value as string, group, { wrong, idBySlug });
  }
  const reason = saidBy('reason')?.facts.reason?.value as string | undefined;
  const byFact = Object.fromEntries(
    Object.entries(facts).map(([column, value]) => [factOfColumn[column as FactColumn], value]),
  );
  return { facts: byFact as Partial<ModelFacts>, reason: reason ?? '' };
}

function successorOf(
  row: SaidRow,
  slug: string,
  group: Group,
  { wrong, idBySlug }: { wrong: Wrong; idBySlug: Map<string, string> },
): string | null {
  const id = idBySlug.get(slug);
  if (id === group.id) wrong(row, 'successor', 'successor-itself');
  else if (id === undefined) wrong(row, 'successor', 'successor-unknown');
  else return id;
  return null;
}

/** The part number of a row with the id that it has, wherever it stands now. */
function writtenNumber(
  row: SaidRow,
  columns: Columns,
  {
    holderByNumber,
    isSameText,
  }: { holderByNumber: Map<string, PartNumberFacts>; isSameText: (one: string, other: string) => boolean },
): PartNumberFacts[] {
  if (!row.number || row.folded === null) return [];
  const held = holderByNumber.get(row.folded);
  if (!held) return [{ id: newId(), ...row.number }];
  const isSame = !columns.indexByKey.has('partNumberNote') || isSameText(held.note, row.number.note);
  return [{ ...held, note: isSame ? held.note : row.number.note }];
}

/** An empty cell or a look-alike is all that a file can say about a removed post, or about signs that CP932 has not. */
function keepUnsayable(
  before: ModelFacts,
  facts: ModelFacts,
  { isSameText, nameable }: { isSameText: (one: string, other: string) => boolean; nameable: Set<string> },
): void {
  if (isSameText(before.note, facts.note)) facts.note = before.note;
  for (const fact of ['divisionId', 'ownerPostId'] as const)
    if (facts[fact] === null && before[fact] !== null && !nameable.has(before[fact])) facts[fact] = before[fact];
}

function findTwiceNumbers(rows: SaidRow[], wrong: Wrong): void {
  const firstByNumber = new Map<string, SaidRow>();
  for (const row of rows) {
    if (row.folded === null) continue;
    const first = firstByNumber.get(row.folded);
    if (first) wrong(row, 'partNumber', 'number-twice', { otherLine: first.line });
    else firstByNumber.set(row.folded, row);
  }
}

function reasonsOf({ before, after, reason }: { before: ModelFacts | null; after: ModelFacts; reason: string }) {
  if (reason === '') return {};
  const moved = supportDateKinds.filter(
    (kind) => (before?.[supportFields[kind]] ?? null) !== after[supportFields[kind]],
  );
  return Object.fromEntries(moved.map((kind) => [kind, reason]));
}

function findMissingReasons(
  { rows }: Group,
  { before, after, reasons }: Pick<PlannedModel, 'before' | 'after' | 'reasons'>,
  wrong: Wrong,
): void {
  for (const kind of supportDateKinds) {
    const field = supportFields[kind];
    const from = before?.[field] ?? null;
    if (!needsReason(from, after[field]) || reasons[kind]) continue;
    const row = rows.find((one) => one.facts[field]) ?? rows[0];
    if (row) wrong(row, field, 'reason-missing', { from: from?.replaceAll('-', '/') ?? '' });
  }
}

/** Follows the successors as they would be; who comes back to the start stands in a circle. */
function findCircles(groups: Group[], planned: PlannedModel[], catalogue: Catalogue, wrong: Wrong): void {
  const successorById = new Map([
    ...catalogue.models.map(({ id, facts }) => [id, facts.successorId] as const),
    ...planned.map(({ id, after }) => [id, after.successorId] as const),
  ]);
  for (const group of groups) {
    const row = group.rows.find(({ facts }) => facts.successor);
    if (!row) continue;
    const passed = new Set<string>();
    let at = successorById.get(group.id) ?? null;
    while (at && at !== group.id && !passed.has(at)) {
      passed.add(at);
      at = successorById.get(at) ?? null;
    }
    if (at === group.id) wrong(row, 'successor', 'successor-circle');
  }
}
