import { listPeopleNames, roles, type Tools } from '#access';
import type { TableFormat } from '#platform/browser/table-format';
import { type Language, textOf } from '#platform/browser/texts';
import { readAllRows } from '#platform/export-rows';
import { type TableColumn, tableFile } from '#platform/table-file';
import { listPosts, type PostQuery } from './list-posts.ts';
import type { Holding, Post } from './model.ts';
import { text } from './text.ts';

const MOST_ROWS = 10_000;

/** The filtered posts with who holds them today as a file, in the order of the company. @throws Refusal 'too-large' */
export async function exportPosts(
  { db, now }: Pick<Tools, 'db' | 'now'>,
  { format, language, ...query }: PostQuery & { format: TableFormat; language: Language },
): Promise<File> {
  const items = await readAllRows(MOST_ROWS, async (limit) => (await listPosts({ db, now }, query, { limit })).items);
  const people = await listPeopleNames(
    db,
    items.flatMap(({ holder, deputy }) => [holder, deputy].flatMap((holding) => holding?.person.id ?? [])),
  );
  const { posts: words, absences } = textOf(text, language);
  const mail = (holding: Holding | null) => (holding ? (people.get(holding.person.id)?.email ?? '') : null);
  const from = (holding: Holding | null) => (holding ? Temporal.PlainDate.from(holding.fromOn) : null);
  const columns: TableColumn<Post>[] = [
    { title: words.division, kind: 'text', value: ({ division }) => division.name },
    { title: words.post, kind: 'text', value: ({ name }) => name },
    { title: words.duties, kind: 'text', width: 48, value: ({ duties }) => duties },
    { title: words.role, kind: 'text', value: ({ role }) => (role ? roles[role][language] : null) },
    { title: words.holder, kind: 'text', value: ({ holder }) => holder?.person.name ?? null },
    { title: words.holderMail, kind: 'text', width: 30, value: ({ holder }) => mail(holder) },
    { title: words.holderFrom, kind: 'day', value: ({ holder }) => from(holder) },
    {
      title: words.absence,
      kind: 'text',
      value: ({ holder }) => (holder?.absence ? absences[holder.absence.kind] : null),
    },
    { title: words.deputy, kind: 'text', value: ({ deputy }) => deputy?.person.name ?? null },
    { title: words.deputyMail, kind: 'text', width: 30, value: ({ deputy }) => mail(deputy) },
    { title: words.deputyFrom, kind: 'day', value: ({ deputy }) => from(deputy) },
  ];
  return tableFile(words.file, format, columns, items);
}
