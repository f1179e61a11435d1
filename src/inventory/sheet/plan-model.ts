import { fold, foldId } from '#platform/browser/fold';
import { newId } from '#platform/ids';
import { type ModelFacts, type PartNumberFacts, unsaid } from '../facts.ts';
import { type SupportDateKind, supportDateKinds, supportFields } from '../model.ts';
import { sorted } from '../part-numbers.ts';
import { type FactColumn, factColumns, factOfColumn } from './columns.ts';
import type { Comparison, Group } from './comparison.ts';
import { findMissingReasons } from './find-faults.ts';
import type { SaidRow } from './parse-rows.ts';

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

/** What one model shall be by what its rows say. */
export function planModel(group: Group, comparison: Comparison): PlannedModel {
  const before = group.standing?.facts ?? null;
  const said = saidFacts(group, comparison);
  const facts: ModelFacts = {
    ...unsaid,
    kind: 'device',
    name: group.rows[0]?.modelName ?? '',
    ...before,
    ...said.facts,
    lineId: lineOf(group, comparison),
    partNumbers: [],
  };
  if (before) keepUnsayable(before, facts, comparison);
  const kept = (before?.partNumbers ?? []).filter(({ number }) => !comparison.given.has(foldId(number)));
  const written = group.rows.flatMap((row) => writtenNumber(row, comparison));
  const after = { ...facts, partNumbers: sorted([...kept, ...written]) };
  const reasons = reasonsOf(before, after, said.reason);
  findMissingReasons(group, { before, after, reasons }, comparison.wrong);
  const rows = group.rows.map(({ line }) => line);
  return { id: group.id, revision: group.standing?.revision ?? null, before, after, reasons, rows };
}

/** The one line that all rows of a model name. */
function lineOf({ rows }: Group, { lineByName, wrong }: Comparison): string {
  const [first, ...others] = rows;
  for (const row of others)
    if (first && fold(row.lineName) !== fold(first.lineName))
      wrong(row, 'line', 'rows-disagree', { otherLine: first.line, otherValue: first.lineName });
  return lineByName.get(fold(first?.lineName ?? ''))?.id ?? '';
}

/** What the rows of a model say together: the one value of each column, or that it is empty. */
function saidFacts(group: Group, comparison: Comparison): { facts: Partial<ModelFacts>; reason: string } {
  const facts: Record<string, unknown> = {};
  for (const column of factColumns) {
    if (!comparison.columns.indexByKey.has(column)) continue;
    const row = rowSaying(column, group, comparison);
    const value = row?.facts[column]?.value;
    const fact = factOfColumn[column];
    if (fact === 'successorId') facts[fact] = row ? successorOf(row, value as string, group, comparison) : null;
    else if (fact !== 'kind') facts[fact] = value ?? unsaid[fact];
    else if (value !== undefined) facts[fact] = value;
  }
  const reason = rowSaying('reason', group, comparison)?.facts.reason?.value as string | undefined;
  return { facts: facts as Partial<ModelFacts>, reason: reason ?? '' };
}

/** The first row that says something in the column; others may be empty or say the same. */
function rowSaying(key: FactColumn | 'reason', { rows }: Group, { wrong }: Comparison): SaidRow | undefined {
  const [first, ...others] = rows.filter((row) => row.facts[key] !== undefined);
  const said = first?.facts[key];
  for (const row of others)
    if (JSON.stringify(row.facts[key]?.value) !== JSON.stringify(said?.value))
      wrong(row, key, 'rows-disagree', { otherLine: first?.line ?? 0, otherValue: said?.cell ?? '' });
  return first;
}

function successorOf(row: SaidRow, slug: string, group: Group, { wrong, idBySlug }: Comparison): string | null {
  const id = idBySlug.get(slug);
  if (id === group.id) wrong(row, 'successor', 'successor-itself');
  else if (id === undefined) wrong(row, 'successor', 'successor-unknown');
  else return id;
  return null;
}

/** The part number of a row with the id that it has, wherever it stands now. */
function writtenNumber(row: SaidRow, { columns, holderByNumber, isSameText }: Comparison): PartNumberFacts[] {
  if (!row.number || row.folded === null) return [];
  const held = holderByNumber.get(row.folded);
  if (!held) return [{ id: newId(), ...row.number }];
  const isSame = !columns.indexByKey.has('partNumberNote') || isSameText(held.note, row.number.note);
  return [{ ...held, note: isSame ? held.note : row.number.note }];
}

/** An empty cell or a look-alike is all that a file can say about a removed post, or about signs that CP932 has not. */
function keepUnsayable(before: ModelFacts, facts: ModelFacts, { isSameText, nameable }: Comparison): void {
  for (const fact of ['note', 'buildSource', 'buildToolchain', 'buildPeople'] as const)
    if (isSameText(before[fact], facts[fact])) facts[fact] = before[fact];
  facts.tags = facts.tags.map((tag) => before.tags.find((own) => isSameText(own, tag)) ?? tag);
  for (const fact of ['divisionId', 'ownerPostId', 'buildKeyPostId'] as const)
    if (facts[fact] === null && before[fact] !== null && !nameable.has(before[fact])) facts[fact] = before[fact];
}

function reasonsOf(before: ModelFacts | null, after: ModelFacts, reason: string): PlannedModel['reasons'] {
  if (reason === '') return {};
  const moved = supportDateKinds.filter(
    (kind) => (before?.[supportFields[kind]] ?? null) !== after[supportFields[kind]],
  );
  return Object.fromEntries(moved.map((kind) => [kind, reason]));
}
