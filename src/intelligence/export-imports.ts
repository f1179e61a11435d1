import type { Tools } from '#access';
import type { Language } from '#platform/browser/texts';
import { readAllRows } from '#platform/export-rows';
import { datedName, type TableColumn, type TableFormat, tableFile } from '#platform/table-file';
import { text } from './file-text.ts';
import { getImport } from './list-imports.ts';
import { problemWords } from './problem-words.ts';
import * as store from './store/imports.ts';

type Reading = Pick<Tools, 'db' | 'now'>;
type Taken = { format: TableFormat; language: Language };

const mostRows = 100_000;

/** What was brought in, newest first. @throws Refusal 'too-large', or 'conflict' for CP932 */
export async function exportImports({ db, now }: Reading, { format, language }: Taken): Promise<File> {
  const { fileNames, imports: titles, states } = text[language];
  const count = (title: string, key: Exclude<keyof store.ImportRow['counts'], 'bySource'>) =>
    ({ title, kind: 'number', value: ({ counts }) => counts[key] }) satisfies TableColumn<store.ImportRow>;
  const columns: TableColumn<store.ImportRow>[] = [
    { title: titles.startedAt, kind: 'instant', width: 18, value: ({ startedAt }) => startedAt },
    { title: titles.finishedAt, kind: 'instant', width: 18, value: ({ finishedAt }) => finishedAt },
    { title: titles.state, kind: 'text', value: ({ state }) => states[state] },
    { title: titles.names, kind: 'text', width: 40, value: ({ names }) => names.join('\n') },
    count(titles.read, 'read'),
    count(titles.created, 'created'),
    count(titles.changed, 'changed'),
    count(titles.unchanged, 'unchanged'),
    count(titles.refused, 'refused'),
    count(titles.scores, 'scores'),
    { title: titles.by, kind: 'text', value: ({ personName }) => personName },
    { title: titles.problem, kind: 'text', width: 40, value: ({ problem }) => problem ?? '' },
  ];
  const rows = await readAllRows(mostRows, (limit) => store.listImports(db, null, limit));
  return tableFile(datedName(fileNames.imports, now()), format, columns, rows);
}

/** What could not be read in one of them. @throws Refusal 'not-found', 'too-large', or 'conflict' for CP932 */
export async function exportImportProblems(
  { db, now }: Reading,
  { id, format, language }: { id: string } & Taken,
): Promise<File> {
  await getImport({ db }, { id });
  const { fileNames, problems: titles } = text[language];
  const columns: TableColumn<store.Problem>[] = [
    { title: titles.file, kind: 'text', width: 40, value: ({ file }) => file },
    { title: titles.place, kind: 'text', width: 30, value: ({ place }) => place },
    { title: titles.rule, kind: 'text', value: ({ rule }) => rule },
    { title: titles.message, kind: 'text', width: 60, value: (problem) => problemWords(problem, language) },
  ];
  const rows = await readAllRows(mostRows, (limit) => store.listProblems(db, { importId: id, after: 0, limit }));
  return tableFile(datedName(fileNames.problems, now()), format, columns, rows);
}
