import { z } from 'zod';
import type { Tools } from '#access';
import { fold } from '#platform/browser/fold';
import type { Language } from '#platform/browser/texts';
import type { Db } from '#platform/database';
import { decodeCursor, pageOf } from '#platform/keyset';
import { type TableColumn, type TableFormat, tableFile } from '#platform/table-file';
import { comparisonText } from './comparison-text.ts';
import type { ChangedComponent, ComparedComponent, ComparisonFilter, ComparisonSummary } from './contract/exports.ts';
import { getRelease } from './place-release.ts';
import { readReleaseParts } from './read-release-parts.ts';
import { type Comparison, compareContents, difference } from './sbom/compare-contents.ts';
import { listReleaseComponents } from './store/release-components.ts';
import { listReleaseFacts, type ReleaseFactsRow } from './store/release-facts.ts';

type Asked = { id: string } & ComparisonFilter;

const Place = z.tuple([z.string(), z.int()]);

/**
 * One page of the components that differ in a release from an earlier one, modules included, with what differs as a whole.
 * Sorted by name. @throws Refusal 'not-found'
 */
export async function compareReleases(
  { db }: Pick<Tools, 'db'>,
  { after, limit, ...asked }: Asked & { after?: string | undefined; limit: number },
): Promise<ComparisonSummary & { items: ChangedComponent[]; next: string | null }> {
  const place = after === undefined ? null : decodeCursor(after, Place);
  const { summary, found } = await compare(db, asked);
  const start = place === null ? 0 : found.findIndex((row) => isBeyond(placeOf(row), place));
  const rows = start < 0 ? [] : found.slice(start, start + limit + 1);
  return { ...summary, ...pageOf(rows, limit, placeOf) };
}

const placeOf = ({ name, before, after }: ChangedComponent): z.infer<typeof Place> => [
  fold(name),
  after?.id ?? before?.id ?? 0,
];

const isBeyond = ([name, id]: z.infer<typeof Place>, place: z.infer<typeof Place>): boolean =>
  name === place[0] ? id > place[1] : name > place[0];

/** The same as a file. @throws Refusal 'not-found', 'conflict' for CP932 */
export async function exportComparison(
  { db }: Pick<Tools, 'db'>,
  { format, language, ...asked }: Asked & { format: TableFormat; language: Language },
): Promise<File> {
  const { summary, found } = await compare(db, asked);
  const { before, after } = summary;
  const words = [comparisonText[language].fileName, after.model.name, before.version, after.version];
  return tableFile(words.join('_').replace(/[\s\\/:*?"<>|]+/g, '-'), format, columnsOf(language), found);
}

/** Everything that the filter leaves. */
async function compare(db: Db, { id, with: earlier, change, q = '' }: Asked) {
  // One after the other: of two that are not there, the same one is always told.
  const after = await readSide(db, id);
  const before = await readSide(db, earlier);
  const comparison = compareContents(before.components, after.components);
  const searched = searchedFor(comparison, fold(q));
  const wanted = new Set(change);
  const summary: ComparisonSummary = {
    before: before.ref,
    after: after.ref,
    totals: totalsOf(searched),
    licences: comparison.licences,
    tags: difference(before.tags, after.tags),
  };
  const found = searched.changed.filter(({ changes }) => wanted.size === 0 || changes.some((one) => wanted.has(one)));
  return { summary, found };
}

const mostComponents = 500_000;

async function readSide(db: Db, id: string) {
  const { key } = await getRelease(db, id);
  const [parts, rows, facts] = await Promise.all([
    readReleaseParts(db, key),
    listReleaseComponents(
      db,
      { releaseKey: key, shipped: null, others: [], q: undefined, identified: undefined },
      { sort: 'name', place: null, limit: mostComponents },
    ),
    listReleaseFacts(db, [key]),
  ]);
  const components = rows.map(
    ({ id: componentId, name, version, purl, cpes, supplier }): ComparedComponent => ({
      ...{ id: componentId, name, version, purl, cpes, supplier },
      licences: [...(parts.saidById.get(componentId)?.licences ?? [])].sort(),
    }),
  );
  const { ref, tags } = facts.get(key) as ReleaseFactsRow;
  return { ref, tags, components };
}

function searchedFor(comparison: Comparison, folded: string): Comparison {
  if (folded === '') return comparison;
  const has = (component: ComparedComponent | null) =>
    component !== null &&
    [component.name, component.purl ?? '', ...component.licences].some((text) => fold(text).includes(folded));
  return {
    ...comparison,
    changed: comparison.changed.filter(({ before, after }) => has(before) || has(after)),
    unchanged: comparison.unchanged.filter(has),
  };
}

function totalsOf({ changed, unchanged }: Comparison): ComparisonSummary['totals'] {
  const totals = { added: 0, removed: 0, version: 0, identity: 0, licence: 0, unchanged: unchanged.length };
  for (const { changes } of changed) for (const change of changes) totals[change]++;
  return totals;
}

function columnsOf(language: Language): TableColumn<ChangedComponent>[] {
  const { columns, changes, directions } = comparisonText[language];
  const column = (title: string, width: number, value: (row: ChangedComponent) => string) =>
    ({ title, kind: 'text', width, value }) as const;
  return [
    column(columns.change, 20, (row) => row.changes.map((change) => changes[change]).join('; ')),
    column(columns.name, 28, ({ name }) => name),
    column(columns.versionBefore, 16, ({ before }) => before?.version ?? ''),
    column(columns.versionAfter, 16, ({ after }) => after?.version ?? ''),
    column(columns.direction, 14, ({ direction }) => (direction === null ? '' : directions[direction])),
    column(columns.licenceBefore, 24, ({ before }) => before?.licences.join('; ') ?? ''),
    column(columns.licenceAfter, 24, ({ after }) => after?.licences.join('; ') ?? ''),
    column(columns.purlBefore, 36, ({ before }) => before?.purl ?? ''),
    column(columns.purlAfter, 36, ({ after }) => after?.purl ?? ''),
    column(columns.supplierBefore, 20, ({ before }) => before?.supplier ?? ''),
    column(columns.supplierAfter, 20, ({ after }) => after?.supplier ?? ''),
  ];
}
