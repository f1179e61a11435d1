import type { Tools } from '#access';
import type { TableFormat } from '#platform/browser/table-format';
import { type Language, type Like, textOf } from '#platform/browser/texts';
import { readAllRows } from '#platform/export-rows';
import { type TableColumn, tableFile } from '#platform/table-file';
import { listJobs } from './list-jobs.ts';
import type { FailedJob, JobQueue } from './model.ts';
import * as store from './store/jobs.ts';
import { text } from './text.ts';
import { scheduleText } from './when.ts';

/** What a queue is called. */
export type JobNames = (language: Language) => Readonly<Record<string, string>>;
type As = { format: TableFormat; language: Language; names: JobNames };
const mostRows = 100_000;
const instant = (at: string | null) => (at === null ? null : Temporal.Instant.from(at));

/** What happens by itself, as a file. */
export async function exportJobs(
  tools: Pick<Tools, 'db' | 'viewer' | 'house'>,
  { format, language, names }: As,
): Promise<File> {
  const words = textOf(text, language);
  const columns: TableColumn<JobQueue>[] = [
    ...queueColumns<JobQueue>(words, names(language)),
    { title: words.columns.trigger, kind: 'text', value: ({ trigger }) => words.triggers[trigger] },
    {
      title: words.columns.when,
      kind: 'text',
      value: ({ cron, everyMs }) => {
        if (cron) return scheduleText(cron, language);
        return everyMs === null ? null : words.everySeconds(everyMs / 1000);
      },
    },
    { title: words.columns.event, kind: 'text', width: 24, value: ({ event }) => event },
    { title: words.columns.nextRunAt, kind: 'instant', value: ({ nextRunAt }) => instant(nextRunAt) },
    { title: words.columns.lastRunAt, kind: 'instant', value: ({ lastRunAt }) => instant(lastRunAt) },
    {
      title: words.columns.lastOutcome,
      kind: 'text',
      value: ({ lastOutcome }) => (lastOutcome === null ? null : words.outcomes[lastOutcome]),
    },
    { title: words.columns.waiting, kind: 'number', value: ({ waiting }) => waiting },
    { title: words.columns.running, kind: 'number', value: ({ running }) => running },
    { title: words.columns.failed, kind: 'number', value: ({ failed }) => failed },
  ];
  return tableFile(words.files.jobs, format, columns, (await listJobs(tools)).items);
}

/** What the work is called, and its name in the program. */
const queueColumns = <Row extends { queue: string }>(
  { columns }: Like<(typeof text)['en']>,
  names: Readonly<Record<string, string>>,
): TableColumn<Row>[] => [
  { title: columns.queue, kind: 'text', width: 36, value: ({ queue }) => names[queue] ?? queue },
  { title: columns.queueCode, kind: 'text', width: 30, value: ({ queue }) => queue },
];

/** What failed for good, as a file. @throws Refusal 'too-large' */
export async function exportFailedJobs(
  { db }: Pick<Tools, 'db'>,
  { queue, format, language, names }: As & { queue: string },
): Promise<File> {
  const words = textOf(text, language);
  const columns: TableColumn<FailedJob>[] = [
    { title: words.columns.failedAt, kind: 'instant', value: ({ failedAt }) => instant(failedAt) },
    ...queueColumns<FailedJob>(words, names(language)),
    { title: words.columns.attempts, kind: 'number', value: ({ attempts }) => attempts },
    { title: words.columns.problem, kind: 'text', width: 60, value: ({ problem }) => problem },
    { title: words.columns.createdAt, kind: 'instant', value: ({ createdAt }) => instant(createdAt) },
    { title: words.columns.id, kind: 'text', width: 38, value: ({ id }) => id },
  ];
  const rows = await readAllRows(mostRows, (limit) => store.listFailedJobs(db, queue, { after: null, limit }));
  return tableFile(words.files.failed, format, columns, rows);
}
