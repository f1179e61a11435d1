import type { Tools } from '#access';
import { literalOf } from '#formats/cpe';
import type { Language } from '#platform/browser/texts';
import { readAllRows } from '#platform/export-rows';
import { decodeCursor, pageOf } from '#platform/keyset';
import { datedName, type TableColumn, type TableFormat, tableFile } from '#platform/table-file';
import type { ListedIdentification } from './contract/identities.ts';
import type { IdentificationFilter } from './model.ts';
import { describeSaid } from './say-identity.ts';
import * as store from './store/identifications.ts';
import { text } from './text.ts';

type Page = { after?: string | undefined; limit: number };

const mostRows = 100_000;

/** What people have said that components are, newest first, with how many there are of each answer. */
export async function listIdentifications(
  { db }: Pick<Tools, 'db'>,
  { after, limit, ...filter }: IdentificationFilter & Page,
): Promise<{ items: ListedIdentification[]; next: string | null; confirmed: number; ruledOut: number }> {
  const place = after === undefined ? null : decodeCursor(after, store.IdentificationPlace);
  const rows = await store.listIdentifications(db, { filter, place, limit: limit + 1 });
  const page = pageOf(rows, limit, ({ saidAt, id }) => [String(saidAt), id]);
  return {
    ...{ items: page.items.map(describeListed), next: page.next },
    ...(await store.countIdentifications(db, filter)),
  };
}

const describeListed = ({ releases, ...said }: store.IdentificationRow): ListedIdentification => ({
  ...describeSaid(said),
  releases,
});

/** The same as a file that can be imported again. @throws Refusal 'too-large', or 'conflict' for CP932 */
export async function exportIdentifications(
  { db, now }: Pick<Tools, 'db' | 'now'>,
  { format, language, ...filter }: IdentificationFilter & { format: TableFormat; language: Language },
): Promise<File> {
  const rows = await readAllRows(mostRows, (limit) => store.listIdentifications(db, { filter, place: null, limit }));
  const { identityColumns: titles, identityAnswers: answers, fileNames } = text[language];
  const columns: TableColumn<store.IdentificationRow>[] = [
    { title: titles.subject, kind: 'text', width: 40, value: ({ subject }) => subject },
    { title: titles.vendor, kind: 'text', width: 24, value: ({ vendor }) => literalOf(vendor) ?? vendor },
    { title: titles.product, kind: 'text', width: 24, value: ({ product }) => literalOf(product) ?? product },
    { title: titles.answer, kind: 'text', value: ({ answer }) => answers[answer] },
    { title: titles.note, kind: 'text', width: 40, value: ({ note }) => note },
    { title: titles.by, kind: 'text', value: ({ personName }) => personName },
    { title: titles.at, kind: 'instant', width: 18, value: ({ saidAt }) => saidAt },
    { title: titles.releases, kind: 'number', value: ({ releases }) => releases },
  ];
  return tableFile(datedName(fileNames.identifications, now()), format, columns, rows);
}
