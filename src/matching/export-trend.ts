import type { Tools } from '#access';
import { severities } from '#intelligence/model';
import { text as intelligenceText } from '#intelligence/text';
import type { Language } from '#platform/browser/texts';
import { datedName, type TableColumn, type TableFormat, tableFile } from '#platform/table-file';
import type { Trend } from './contract.ts';
import { getTrend } from './get-trend.ts';
import { text } from './text.ts';

type Week = Trend['weeks'][number];

/** The weeks as a table; those of which nothing is known are empty. */
export async function exportTrend(
  tools: Pick<Tools, 'db' | 'viewer' | 'now'>,
  { format, language }: { format: TableFormat; language: Language },
): Promise<File> {
  const { columns, fileNames } = text[language];
  const names = intelligenceText[language].severities;
  const number = (title: string, of: (known: NonNullable<Week['known']>) => number): TableColumn<Week> => ({
    ...{ title, kind: 'number', value: ({ known }) => (known === null ? null : of(known)) },
  });
  const all: TableColumn<Week>[] = [
    { title: columns.monday, kind: 'day', value: ({ monday }) => Temporal.PlainDate.from(monday) },
    number(columns.newApplies, ({ applies }) => applies),
    number(columns.newMayApply, ({ mayApply }) => mayApply),
    number(columns.still, ({ still }) => still),
    ...severities.toReversed().map((severity) => number(columns.open(names[severity]), ({ open }) => open[severity])),
  ];
  return tableFile(datedName(fileNames.trend, tools.now()), format, all, (await getTrend(tools)).weeks);
}
