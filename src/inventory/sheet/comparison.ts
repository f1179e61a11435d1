import { withSameLooking } from '#formats/csv';
import { fold, foldId } from '#platform/browser/fold';
import { newId } from '#platform/ids';
import type { PartNumberFacts, StandingModel } from '../facts.ts';
import { slugOf } from '../model.ts';
import type { ColumnKey, Columns } from './columns.ts';
import { nameOf, type RowError, type SaidRow } from './parse-rows.ts';
import type { Sheet } from './read-sheet.ts';

/** What stands now of all that the file names: lines, models by name, holders of its part numbers. */
export type Catalogue = {
  lines: { id: string; name: string }[];
  models: StandingModel[];
  /** Ids of the divisions and posts that a file can name. */
  nameable: Set<string>;
};

/** The rows of one model, and the model as it stands; null: it is new and this will be its id. */
export type Group = { slug: string; rows: SaidRow[]; standing: StandingModel | null; id: string };

/** Notes what is wrong in a cell of a row. */
export type Wrong = (row: SaidRow, key: ColumnKey, rule: RowError['rule'], details?: RowError['details']) => void;

/** Everything that planning one model has to look up, made once for the file. */
export type Comparison = {
  columns: Columns;
  wrong: Wrong;
  lineByName: Map<string, { id: string; name: string; isNew: boolean }>;
  /** Models that stand, and those that the file will make. */
  idBySlug: Map<string, string>;
  /** Part numbers that the file gives to some model, folded. */
  given: Set<string>;
  holderByNumber: Map<string, PartNumberFacts>;
  nameable: Set<string>;
  isSameText: (standing: string, said: string) => boolean;
};

/** Puts the rows of each model together and makes what planning looks up; what is wrong goes into `errors`. */
export function prepareComparison(
  { sheet, columns, rows }: { sheet: Sheet; columns: Columns; rows: SaidRow[] },
  catalogue: Catalogue,
): { groups: Group[]; comparison: Comparison; errors: RowError[] } {
  const errors: RowError[] = [];
  const standing = catalogue.models.filter(({ facts }) => !facts.removed);
  const standingBySlug = new Map(standing.map((model) => [slugOf(model.facts.name), model]));
  const groups = [...Map.groupBy(rows, ({ slug }) => slug)].map(([slug, ofModel]): Group => {
    const model = standingBySlug.get(slug) ?? null;
    return { slug, rows: ofModel, standing: model, id: model?.id ?? newId() };
  });
  const lineByName = new Map(catalogue.lines.map((line) => [fold(line.name), { ...line, isNew: false }]));
  for (const { lineName } of rows)
    if (!lineByName.has(fold(lineName))) lineByName.set(fold(lineName), { id: newId(), name: lineName, isNew: true });

  const comparison: Comparison = {
    columns,
    wrong: (row, key, rule, details = {}) =>
      errors.push({ line: row.line, key, column: nameOf(sheet, columns, key), value: cellOf(row, key), rule, details }),
    lineByName,
    idBySlug: new Map([
      ...[...standingBySlug].map(([slug, { id }]) => [slug, id] as const),
      ...groups.map(({ slug, id }) => [slug, id] as const),
    ]),
    given: new Set(rows.flatMap(({ folded }) => folded ?? [])),
    holderByNumber: new Map(
      standing.flatMap(({ facts }) => facts.partNumbers.map((number) => [foldId(number.number), number] as const)),
    ),
    nameable: catalogue.nameable,
    isSameText: sheet.encoding === 'cp932' ? isSameInCp932 : (one, other) => one === other,
  };
  return { groups, comparison, errors };
}

// What CP932 writes for this text is what the file says, so the text has not been changed.
const isSameInCp932 = (standing: string, said: string) => standing === said || withSameLooking(standing) === said;

function cellOf(row: SaidRow, key: ColumnKey): string {
  if (key === 'line') return row.lineName;
  if (key === 'model') return row.modelName;
  if (key === 'partNumber') return row.number?.number ?? '';
  if (key === 'partNumberNote') return row.number?.note ?? '';
  return row.facts[key]?.cell ?? '';
}
