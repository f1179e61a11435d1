import type { Tools } from '#access';
import type { Language } from '#platform/browser/texts';
import { readAllRows } from '#platform/export-rows';
import { datedName, type TableColumn, type TableFormat, tableFile } from '#platform/table-file';
import { describeRef } from './describe-ref.ts';
import type { VulnerabilityFilter, VulnerabilityRef, VulnerabilitySort } from './model.ts';
import * as store from './store/list.ts';
import { text } from './text.ts';

const mostRows = 100_000;

/** Exactly what the filter leaves, one in a row. @throws Refusal 'too-large', or 'conflict' for CP932 */
export async function exportVulnerabilities(
  { db, viewer, now }: Pick<Tools, 'db' | 'viewer' | 'now'>,
  {
    format,
    language,
    sort,
    ...filter
  }: VulnerabilityFilter & { sort: VulnerabilitySort; format: TableFormat; language: Language },
): Promise<File> {
  const rows = await readAllRows(mostRows, (limit) =>
    store.listVulnerabilities(db, viewer, { filter, sort, place: null, limit }),
  );
  return tableFile(datedName(text[language].fileName, now()), format, columnsOf(language), rows.map(describeRef));
}

const dayOf = (instant: string | null) =>
  instant === null ? null : Temporal.Instant.from(instant).toZonedDateTimeISO('Asia/Tokyo').toPlainDate();

function columnsOf(language: Language): TableColumn<VulnerabilityRef>[] {
  const { columns, severities, states } = text[language];
  const title = ({ titleJa, titleEn }: VulnerabilityRef) =>
    language === 'ja' ? (titleJa ?? titleEn) : (titleEn ?? titleJa);
  return [
    { title: columns.name, kind: 'text', width: 20, value: ({ name }) => name },
    { title: columns.title, kind: 'text', width: 60, value: (row) => title(row) ?? '' },
    { title: columns.severity, kind: 'text', value: ({ severity }) => severities[severity] },
    { title: columns.score, kind: 'number', value: ({ score }) => score },
    { title: columns.scoreVersion, kind: 'text', value: ({ scoreVersion }) => scoreVersion ?? '' },
    {
      title: columns.exploitedOn,
      kind: 'day',
      value: ({ exploitedOn }) => exploitedOn && Temporal.PlainDate.from(exploitedOn),
    },
    { title: columns.epss, kind: 'number', value: ({ epssPercentile }) => epssPercentile },
    { title: columns.state, kind: 'text', value: ({ state }) => states[state] },
    { title: columns.publishedAt, kind: 'day', value: ({ publishedAt }) => dayOf(publishedAt) },
    { title: columns.modifiedAt, kind: 'day', value: ({ modifiedAt }) => dayOf(modifiedAt) },
  ];
}
