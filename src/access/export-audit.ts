import type { Db } from '#platform/database';
import { refuseMoreThan } from '#platform/export-rows';
import type { TableColumn, TableFormat } from '#platform/table-file';
import { tableStream } from '#platform/table-stream';
import { type AuditWords, auditWords } from './audit/audit-words.ts';
import { differencesOf } from './audit/diff.ts';
import { exportText } from './audit/export-text.ts';
import type { DeedsOf } from './deeds.ts';
import { whereOf } from './list-audit.ts';
import type { AuditFilter } from './model.ts';
import { type Deed, recordAudit } from './record-audit.ts';
import * as store from './store/audit.ts';
import type { Tools } from './tools.ts';
import type { Viewer } from './viewer.ts';

export const mostExportedLines = 1_000_000;
const linesPerRead = 2_000;

/**
 * The lines of the trail that the viewer may see and the filter lets through, as a file that is sent while it is read; it has its own line.
 * @throws Refusal 'too-large' beyond a million lines, which is what one sheet holds
 */
export async function exportAudit(
  { db, viewer, now, origin }: Pick<Tools, 'db' | 'viewer' | 'now' | 'origin'>,
  { format, filter, deeds }: { format: TableFormat; filter: AuditFilter; deeds: DeedsOf },
): Promise<Response> {
  const where = whereOf(filter);
  refuseMoreThan(mostExportedLines, await store.countAudit(db, viewer, where, mostExportedLines + 1));
  await db
    .transaction()
    .execute((transaction) => recordAudit(transaction, { viewer, now, origin }, deedOf(format, filter)));
  const language = viewer.person?.locale ?? 'ja';
  const words = exportText[language];
  const day = now().toZonedDateTimeISO('Asia/Tokyo').toPlainDate().toString().replaceAll('-', '');
  return tableStream(
    `${words.file}_${day}`,
    format,
    columnsOf(words, auditWords(deeds, language, longAgo)),
    linesOf(db, viewer, where),
  );
}

// What was typed may be the name or the id of something walled, and so may the number of lines tell; this line everybody reads.
function deedOf(format: TableFormat, { text, subjectId, ...filter }: AuditFilter): Deed {
  const searched = text !== '' || subjectId !== '';
  return { action: 'audit.export', subjectKind: 'house', subjectId: 'audit', after: { format, ...filter, searched } };
}

async function* linesOf(db: Db, viewer: Viewer, where: store.AuditWhere): AsyncGenerator<store.AuditLine> {
  let after: string | undefined;
  do {
    const lines = await store.listAudit(db, viewer, where, { after, limit: linesPerRead });
    yield* lines;
    after = lines.length === linesPerRead ? lines.at(-1)?.id : undefined;
  } while (after !== undefined);
}

// A file is read on any day: seen from here none is today, and each says its year.
const longAgo = Temporal.Instant.fromEpochMilliseconds(0);

/** First what people read, then the same as machines compare it. */
const columnsOf = (words: (typeof exportText)['en'], say: AuditWords): TableColumn<store.AuditLine>[] => [
  { title: words.at, kind: 'instant', width: 20, value: ({ at }) => at },
  { title: words.who, kind: 'text', width: 20, value: say.actor },
  { title: words.kind, kind: 'text', width: 20, value: (line) => say.way(line) ?? words.person },
  { title: words.action, kind: 'text', width: 24, value: ({ action }) => say.action(action) },
  { title: words.subjectKind, kind: 'text', width: 16, value: ({ subjectKind }) => say.kind(subjectKind) },
  { title: words.subject, kind: 'text', width: 30, value: ({ subjectName }) => subjectName },
  { title: words.change, kind: 'text', width: 60, value: (line) => cut(changesIn(line, say.of(line.action))) },
  { title: words.actionCode, kind: 'text', width: 24, value: ({ action }) => action },
  { title: words.subjectKindCode, kind: 'text', width: 16, value: ({ subjectKind }) => subjectKind },
  { title: words.subjectId, kind: 'text', width: 38, value: ({ subjectId }) => subjectId },
  { title: words.before, kind: 'text', width: 40, value: ({ before }) => jsonCell(before) },
  { title: words.after, kind: 'text', width: 40, value: ({ after }) => jsonCell(after) },
  { title: words.ip, kind: 'text', width: 16, value: ({ ip }) => ip },
  { title: words.requestId, kind: 'text', width: 38, value: ({ requestId }) => requestId },
  { title: words.id, kind: 'text', width: 38, value: ({ id }) => id },
];

// A cell of Excel holds 32,767 characters.
const longestCell = 32_000;

function jsonCell(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return cut(JSON.stringify(value));
}

const cut = (text: string) => (text.length > longestCell ? `${text.slice(0, longestCell)}…` : text);

/** "状態：開発中 → 出荷済み", a line for each field; what came or went has one side alone. */
function changesIn({ before, after }: store.AuditLine, say: AuditWords): string {
  return differencesOf(before, after)
    .map(({ path, ...sides }) => {
      const values = [sides.before, sides.after].filter((side) => side !== undefined);
      return say.named(path, values.map(say.value).join(' → '));
    })
    .join('\n');
}
