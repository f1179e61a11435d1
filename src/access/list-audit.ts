import { Refusal } from '#platform/errors';
import { decodeCursor, pageOf } from '#platform/keyset';
import type { AuditFilter } from './model.ts';
import type { AuditWhere } from './store/audit.ts';
import * as store from './store/audit.ts';
import type { Tools } from './tools.ts';

/** One page of the audit trail, newest first, as far as the viewer may see it. */
export async function listAudit(
  { db, viewer }: Pick<Tools, 'db' | 'viewer'>,
  { after, limit, ...filter }: AuditFilter & { after?: string | undefined; limit: number },
) {
  const lines = await store.listAudit(db, viewer, whereOf(filter), { after: placeOf(after), limit: limit + 1 });
  const page = pageOf(lines, limit, ({ id }) => [id]);
  return { ...page, items: page.items.map((line) => ({ ...line, at: line.at.toString() })) };
}

/** @throws Refusal 'not-found' also for a line that the viewer may not see */
export async function getAuditLine({ db, viewer }: Pick<Tools, 'db' | 'viewer'>, { id }: { id: string }) {
  const line = await store.findAuditLine(db, viewer, id);
  if (!line) throw new Refusal('not-found', `No line ${id}`);
  return { ...line, at: line.at.toString() };
}

function placeOf(after: string | undefined): string | undefined {
  const [id] = after === undefined ? [] : decodeCursor(after, 1);
  return id === undefined ? undefined : String(id);
}

/** The filter with its days in Tokyo made into instants. */
export function whereOf({ from, to, ...filter }: AuditFilter): AuditWhere {
  return {
    ...filter,
    from: from === undefined ? undefined : startOfDay(Temporal.PlainDate.from(from)),
    until: to === undefined ? undefined : startOfDay(Temporal.PlainDate.from(to).add({ days: 1 })),
  };
}

const startOfDay = (day: Temporal.PlainDate) => day.toZonedDateTime('Asia/Tokyo').toInstant();
