import type { Insertable } from 'kysely';
import type { Db, Transaction } from '#platform/database';
import type { DB } from '#tables';
import type { AuditEntry } from '../model.ts';
import type { Viewer } from '../viewer.ts';
import { visibleTo } from './visible-to.ts';

/** One statement, however many lines. */
export async function insertAudit(transaction: Transaction, lines: Insertable<DB['audit']>[]): Promise<void> {
  await transaction.insertInto('audit').values(lines).execute();
}

const columns = [
  'id',
  'at',
  'actor_kind as actorKind',
  'actor_id as actorId',
  'actor_name as actorName',
  'action',
  'subject_kind as subjectKind',
  'subject_id as subjectId',
  'subject_name as subjectName',
  'before',
  'after',
] as const;

/** Newest first, from just below `after` on. */
export async function listAudit(
  db: Db,
  viewer: Viewer,
  { after, limit }: { after?: number | undefined; limit: number },
) {
  let query = db.selectFrom('audit').select(columns).where(visibleTo(viewer, 'audit.wall_id'));
  if (after !== undefined) query = query.where('id', '<', after);
  const rows = await query.orderBy('id', 'desc').limit(limit).execute();
  return rows.map((row) => ({ ...row, actorKind: row.actorKind as AuditEntry['actorKind'] }));
}
