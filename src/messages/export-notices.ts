import type { Tools } from '#access';
import type { TableFormat } from '#platform/browser/table-format';
import { type Language, textOf } from '#platform/browser/texts';
import { readAllRows } from '#platform/export-rows';
import { type TableColumn, tableFile } from '#platform/table-file';
import { receiverOf } from './list-notices.ts';
import type { Notice } from './model.ts';
import * as store from './store/notice.ts';
import { text } from './text.ts';

const MOST_ROWS = 10_000;

/** My notices as a file, newest first. @throws Refusal 'too-large' */
export async function exportNotices(
  tools: Pick<Tools, 'db' | 'viewer'>,
  { unread, format, language }: { unread: boolean; format: TableFormat; language: Language },
): Promise<File> {
  const rows = await readAllRows(MOST_ROWS, (limit) =>
    store.listNotices(tools.db, tools.viewer, receiverOf(tools), { unreadOnly: unread, after: null, limit }),
  );
  const words = textOf(text, language).notices;
  const columns: TableColumn<Notice>[] = [
    { title: words.at, kind: 'instant', value: ({ createdAt }) => Temporal.Instant.from(createdAt) },
    { title: words.title, kind: 'text', width: 48, value: ({ title }) => title },
    { title: words.body, kind: 'text', width: 60, value: ({ body }) => body },
    { title: words.readAt, kind: 'instant', value: ({ readAt }) => (readAt ? Temporal.Instant.from(readAt) : null) },
  ];
  return tableFile(words.file, format, columns, rows);
}
