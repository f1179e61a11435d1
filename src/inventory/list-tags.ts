import type { Tools } from '#access';
import type { Language } from '#platform/browser/texts';
import { readAllRows } from '#platform/export-rows';
import { decodeCursor, pageOf } from '#platform/keyset';
import { type TableColumn, type TableFormat, tableFile } from '#platform/table-file';
import type { ListedTag, TagFilter } from './contract/tags.ts';
import * as store from './store/tags.ts';
import { text } from './tags-text.ts';

type Page = { after?: string | undefined; limit: number };
type Taken = { format: TableFormat; language: Language };

/** One page of technologies by name, each with how many standing models and releases carry it. */
export async function listTags(
  { db }: Pick<Tools, 'db'>,
  { q = '', used, after, limit }: TagFilter & Page,
): Promise<{ items: ListedTag[]; next: string | null }> {
  const place = after === undefined ? null : decodeCursor(after, store.TagPlace)[1];
  const rows = await store.listTags(db, { q, used: used ?? null, after: place, limit: limit + 1 });
  const page = pageOf(rows, limit, ({ folded }) => ['tag', folded]);
  return { items: page.items.map(({ folded: _, ...tag }) => tag), next: page.next };
}

const mostRows = 20_000;

const allTags = ({ db }: Pick<Tools, 'db'>, { q = '', used }: TagFilter) =>
  readAllRows(mostRows, (limit) => store.listTags(db, { q, used: used ?? null, after: null, limit }));

/** The technologies that the filter leaves, as a file. @throws Refusal 'conflict' for CP932, 'too-large' */
export async function exportTags(
  tools: Pick<Tools, 'db'>,
  { format, language, ...filter }: TagFilter & Taken,
): Promise<File> {
  const { columns, fileNames } = text[language].tags;
  const table: TableColumn<store.UsedTag>[] = [
    { title: columns.name, kind: 'text', width: 24, value: ({ name }) => name },
    { title: columns.note, kind: 'text', width: 48, value: ({ note }) => note },
    { title: columns.models, kind: 'number', value: ({ models }) => models },
    { title: columns.releases, kind: 'number', value: ({ releases }) => releases },
  ];
  return tableFile(fileNames.tags, format, table, await allTags(tools, filter));
}

/** Only the names of what is in use, one in a row: the keywords by which JPCERT/CC finds the maker for a vulnerability. */
export async function exportKeywords(tools: Pick<Tools, 'db'>, { format, language }: Taken): Promise<File> {
  const { columns, fileNames } = text[language].tags;
  const table: TableColumn<store.UsedTag>[] = [
    { title: columns.keyword, kind: 'text', width: 32, value: ({ name }) => name },
  ];
  return tableFile(fileNames.keywords, format, table, await allTags(tools, { used: 'yes' }));
}
