import type { Tools } from '#access';
import type { TableFormat } from '#platform/browser/table-format';
import { type Language, textOf } from '#platform/browser/texts';
import { readAllRows } from '#platform/export-rows';
import { type TableColumn, tableFile } from '#platform/table-file';
import type { Delivery } from './model.ts';
import * as store from './store/delivery.ts';
import { text } from './text.ts';

const MOST_ROWS = 100_000;

/** The filtered deliveries as a file, newest first. @throws Refusal 'too-large' */
export async function exportDeliveries(
  { db, viewer }: Pick<Tools, 'db' | 'viewer'>,
  {
    state,
    q,
    format,
    language,
  }: { state: store.DeliveryFilter['states']; q: string; format: TableFormat; language: Language },
): Promise<File> {
  const words = textOf(text, language);
  const rows = await readAllRows(MOST_ROWS, (limit) =>
    store.listDeliveries(db, viewer, { states: state, search: q }, { after: null, limit }),
  );
  const instant = (at: string | null) => (at === null ? null : Temporal.Instant.from(at));
  const columns: TableColumn<Delivery>[] = [
    { title: words.deliveries.createdAt, kind: 'instant', value: ({ createdAt }) => instant(createdAt) },
    { title: words.deliveries.receiver, kind: 'text', value: ({ receiverName }) => receiverName },
    { title: words.deliveries.address, kind: 'text', width: 30, value: ({ address }) => address },
    { title: words.deliveries.subject, kind: 'text', width: 48, value: ({ subject }) => subject },
    { title: words.deliveries.state, kind: 'text', value: (row) => words.states[row.state] },
    { title: words.deliveries.attempts, kind: 'number', value: ({ attempts }) => attempts },
    { title: words.deliveries.finishedAt, kind: 'instant', value: ({ finishedAt }) => instant(finishedAt) },
    { title: words.deliveries.lastError, kind: 'text', width: 60, value: ({ lastError }) => lastError },
  ];
  return tableFile(words.deliveries.file, format, columns, rows);
}
