import { z } from 'zod';
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

/**
 * One line, with what the trail calls the things whose ids stand in it.
 * @throws Refusal 'not-found' also for a line that the viewer may not see
 */
export async function getAuditLine({ db, viewer }: Pick<Tools, 'db' | 'viewer'>, { id }: { id: string }) {
  const line = await store.findAuditLine(db, viewer, id);
  if (!line) throw new Refusal('not-found', `No line ${id}`);
  const names = await store.listSubjectNames(db, viewer, idsIn([line.before, line.after]));
  return { ...line, at: line.at.toString(), names: Object.fromEntries(names) };
}

const mostNames = 500;

/** The ids that stand in a value, however deep. */
function idsIn(value: unknown): string[] {
  const text = JSON.stringify(value) ?? '';
  const ids = text.match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g);
  return [...new Set(ids)].slice(0, mostNames);
}

const Place = z.tuple([z.uuid()]);

function placeOf(after: string | undefined): string | undefined {
  return after === undefined ? undefined : decodeCursor(after, Place)[0];
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
