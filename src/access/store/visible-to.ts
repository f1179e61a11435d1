import { type Expression, type SqlBool, sql } from 'kysely';
import type { Viewer } from '../viewer.ts';

/**
 * The condition that every query on a table with a wall carries; row-level security repeats it.
 * @param wall  the column, e.g. 'audit.wall_id'
 */
export function visibleTo(viewer: Viewer, wall: string): Expression<SqlBool> {
  const column = sql.ref(wall);
  if (viewer.kind === 'system') return sql<SqlBool>`true`;
  if (!viewer.person)
    return sql<SqlBool>`(${column} is null or exists (select from wall w where w.id = ${column} and w.lifted_at <= now()))`;
  return sql<SqlBool>`(${column} is null
    or exists (select from wall w where w.id = ${column} and w.lifted_at <= now())
    or exists (select from wall_member m where m.wall_id = ${column} and m.person_id = ${viewer.person.id}
      and m.since <= now() and (m.until is null or m.until > now())))`;
}
