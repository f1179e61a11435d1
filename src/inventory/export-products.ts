import type { Tools } from '#access';
import { todayInJapan } from '#platform/browser/calendar';
import type { Language } from '#platform/browser/texts';
import { readAllRows, refuseMoreThan } from '#platform/export-rows';
import { datedName, type TableColumn, type TableFormat, tableFile } from '#platform/table-file';
import type { ModelFacts, PartNumberFacts } from './facts.ts';
import type { ProductFilter } from './filter.ts';
import { listWords } from './name-owners.ts';
import { type ColumnKey, columnKeys } from './sheet/columns.ts';
import { ownerText, type Words } from './sheet/said.ts';
import { listForExport } from './store/export.ts';
import { listStanding } from './store/models.ts';
import { text } from './text.ts';

const mostRows = 200_000;

/** What one row of a file tells: a part number with its model, or a model that has none. */
export type SheetRow = { lineName: string; facts: ModelFacts; number: PartNumberFacts | null; successorName: string };

/**
 * The products that the filter leaves, one row for each part number, in the columns that an import understands:
 * the same file imported again changes nothing.
 * @throws Refusal 'conflict' with the cells that CP932 cannot express, 'too-large'
 */
export async function exportProducts(
  { db, now }: Pick<Tools, 'db' | 'now'>,
  { format, language, ...filter }: ProductFilter & { format: TableFormat; language: Language },
): Promise<File> {
  const today = todayInJapan(now());
  const words = await listWords({ db, now });
  const listed = await readAllRows(mostRows, (limit) => listForExport(db, filter, { today, limit }));
  const standing = await listStanding(
    db,
    listed.map(({ id }) => id),
  );
  const factsById = new Map(standing.map(({ id, facts }) => [id, facts]));
  const rows = listed.flatMap(({ id, lineName, successorName }) => {
    const facts = factsById.get(id);
    if (!facts) return [];
    const numbers = facts.partNumbers.length > 0 ? facts.partNumbers : [null];
    return numbers.map((number): SheetRow => ({ lineName, facts, number, successorName: successorName ?? '' }));
  });
  refuseMoreThan(mostRows, rows.length);
  return tableFile(datedName(text[language].fileNames.products, now()), format, columnsOf(words, language), rows);
}

/** The columns of a file in a language; unknown facts are empty cells. */
export function columnsOf(words: Words, language: Language): TableColumn<SheetRow>[] {
  const { columns, kinds, updateHows, answers, safeties } = text[language];
  const divisions = new Map(words.divisions.map(({ id, name }) => [id, name]));
  const owners = new Map(words.posts.map((post) => [post.id, ownerText(post)]));
  const said = <T extends string>(code: T, names: Record<T, string>) => (code === 'unknown' ? '' : names[code]);
  const day = (endsOn: string | null) => (endsOn === null ? null : Temporal.PlainDate.from(endsOn));

  const values: Record<ColumnKey, TableColumn<SheetRow>['value']> = {
    line: ({ lineName }) => lineName,
    model: ({ facts }) => facts.name,
    kind: ({ facts }) => kinds[facts.kind],
    partNumber: ({ number }) => number?.number ?? '',
    partNumberNote: ({ number }) => number?.note ?? '',
    markets: ({ facts }) => facts.markets.join(', '),
    division: ({ facts }) => divisions.get(facts.divisionId ?? '') ?? '',
    owner: ({ facts }) => owners.get(facts.ownerPostId ?? '') ?? '',
    updateHow: ({ facts }) => said(facts.updateHow, updateHows),
    updateAutomatic: ({ facts }) => said(facts.updateAutomatic, answers),
    updateSigned: ({ facts }) => said(facts.updateSigned, answers),
    updateRollback: ({ facts }) => said(facts.updateRollback, answers),
    productionEndsOn: ({ facts }) => day(facts.productionEndsOn),
    salesEndsOn: ({ facts }) => day(facts.salesEndsOn),
    repairEndsOn: ({ facts }) => day(facts.repairEndsOn),
    securityEndsOn: ({ facts }) => day(facts.securityEndsOn),
    reason: () => '',
    successor: ({ successorName }) => successorName,
    safety: ({ facts }) => said(facts.safety, safeties),
    tags: ({ facts }) => facts.tags.join(', '),
    buildSource: ({ facts }) => facts.buildSource,
    buildToolchain: ({ facts }) => facts.buildToolchain,
    buildKey: ({ facts }) => owners.get(facts.buildKeyPostId ?? '') ?? '',
    buildPeople: ({ facts }) => facts.buildPeople,
    rebuiltOn: ({ facts }) => day(facts.rebuiltOn),
    note: ({ facts }) => facts.note,
  };
  return columnKeys.map((key) => ({
    title: columns[key],
    kind: isDay(key) ? 'day' : 'text',
    width: isDay(key) ? 14 : 18,
    value: values[key],
  }));
}

const isDay = (key: ColumnKey) => key.endsWith('On');
