import type { Tools } from '#access';
import type { Language } from '#platform/browser/texts';
import { readAllRows } from '#platform/export-rows';
import { datedName, type TableColumn, type TableFormat, tableFile } from '#platform/table-file';
import type { ComponentQuestion, WhereFilter, WhereFound, WhereSort } from './contract/components.ts';
import { releaseStateText } from './release-state-text.ts';
import { findAllWhere } from './where-is.ts';
import { text } from './where-text.ts';

const mostRows = 100_000;

/**
 * The releases that contain what is asked for, one in a row, with the first of the components that answer.
 * @throws Refusal 'invalid' when the question names no component, 'conflict' for CP932, 'too-large'
 */
export async function exportWhere(
  { db, now }: Pick<Tools, 'db' | 'now'>,
  {
    format,
    language,
    ...question
  }: ComponentQuestion & WhereFilter & { sort: WhereSort; format: TableFormat; language: Language },
): Promise<File> {
  const rows = await readAllRows(mostRows, (limit) => findAllWhere({ db }, { ...question, limit }));
  return tableFile(datedName(text[language].fileName, now()), format, columnsOf(language), rows);
}

function columnsOf(language: Language): TableColumn<WhereFound>[] {
  const { columns } = text[language];
  const states = releaseStateText[language];
  const day = (releasedOn: string | null) => (releasedOn === null ? null : Temporal.PlainDate.from(releasedOn));
  return [
    { title: columns.line, kind: 'text', width: 24, value: ({ line }) => line.name },
    { title: columns.model, kind: 'text', width: 24, value: ({ release }) => release.model.name },
    { title: columns.release, kind: 'text', value: ({ release }) => release.version },
    { title: columns.hardware, kind: 'text', value: ({ release }) => release.hardware?.name ?? '' },
    { title: columns.state, kind: 'text', value: ({ release }) => states[release.state] },
    { title: columns.releasedOn, kind: 'day', value: ({ release }) => day(release.releasedOn) },
    { title: columns.units, kind: 'number', value: ({ units }) => units },
    { title: columns.components, kind: 'number', value: ({ componentCount }) => componentCount },
    { title: columns.component, kind: 'text', width: 24, value: ({ components }) => components[0]?.name ?? '' },
    { title: columns.version, kind: 'text', value: ({ components }) => components[0]?.version ?? '' },
    { title: columns.purl, kind: 'text', width: 48, value: ({ components }) => components[0]?.purl ?? '' },
  ];
}
