import { type Expression, type SqlBool, sql } from 'kysely';
import type { Viewer } from '../viewer.ts';

/**
 * The condition that every query on a table with a wall carries; row-level security repeats it.
 * @param wall  the column, e.g. 'audit.wall_id'; of any table: what is looked up here has names that no query takes
 */
export function visibleTo(viewer: Viewer, wall: string): Expression<SqlBool> {
  const column = sql.ref(wall);
  if (viewer.kind === 'system') return sql<SqlBool>`true`;
  if (!viewer.person)
    return sql<SqlBool>`(${column} is null or exists (select from wall visible_wall where visible_wall.id = ${column} and visible_wall.lifted_at <= now()))`;
  return sql<SqlBool>`(${column} is null
    or exists (select from wall visible_wall where visible_wall.id = ${column} and visible_wall.lifted_at <= now())
    or exists (select from wall_member visible_member where visible_member.wall_id = ${column}
      and visible_member.person_id = ${viewer.person.id} and visible_member.since <= now()
      and (visible_member.until is null or visible_member.until > now())))`;
}
