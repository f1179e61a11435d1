import type { Tools } from '#access';
import type { Language } from '#platform/browser/texts';
import { readAllRows } from '#platform/export-rows';
import { datedName, type TableColumn, type TableFormat, tableFile } from '#platform/table-file';
import { text as fileText } from './file-text.ts';
import { setRangesText } from './set-ranges-text.ts';
import * as store from './store/phrases.ts';
import { text } from './text.ts';

const mostRows = 100_000;

/** The words about versions that wait, or that were set, newest first. @throws Refusal 'too-large', or 'conflict' for CP932 */
export async function exportPhrases(
  { db, viewer, now }: Pick<Tools, 'db' | 'viewer' | 'now'>,
  { which, format, language }: { which: 'waiting' | 'set'; format: TableFormat; language: Language },
): Promise<File> {
  const { fileNames, phrases: titles } = fileText[language];
  const { sources } = text[language];
  const columns: TableColumn<store.PhraseRow>[] = [
    { title: titles.phrase, kind: 'text', width: 40, value: ({ phrase }) => phrase },
    { title: titles.product, kind: 'text', width: 30, value: ({ product }) => product },
    { title: titles.source, kind: 'text', value: ({ source }) => sources[source] },
    { title: titles.record, kind: 'text', width: 20, value: ({ externalId }) => externalId },
    { title: titles.vulnerability, kind: 'text', width: 20, value: ({ vulnerability }) => vulnerability },
    { title: titles.wantedAt, kind: 'instant', width: 18, value: ({ wantedAt }) => wantedAt },
    {
      ...{ title: titles.meaning, kind: 'text', width: 30 },
      value: ({ ranges }) => (ranges === null ? '' : setRangesText(ranges, language)),
    },
    { title: titles.setBy, kind: 'text', value: ({ personName }) => personName ?? '' },
    { title: titles.setAt, kind: 'instant', width: 18, value: ({ setAt }) => setAt },
  ];
  const rows = await readAllRows(mostRows, (limit) => store.listPhrases(db, viewer, { which, place: null, limit }));
  return tableFile(datedName(fileNames.phrases, now()), format, columns, rows);
}
