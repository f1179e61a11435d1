import { sql } from 'kysely';
import type { Db, Transaction } from '#platform/database';
import type { Viewer } from '../viewer.ts';
import { visibleTo } from './visible-to.ts';

export type Wall = { id: string; reason: string; liftedAt: Temporal.Instant | null };
export type WallMember = { personId: string; name: string; since: Temporal.Instant };

// The policies ask the database's clock, the code its own: what begins or ends now has done so by both.
const nowByBoth = (at: Temporal.Instant) => sql<Temporal.Instant>`least(now(), ${at}::timestamptz)`;

export async function insertWall(
  transaction: Transaction,
  wall: { id: string; reason: string },
  at: Temporal.Instant,
): Promise<void> {
  await transaction
    .insertInto('wall')
    .values({ ...wall, created_at: at })
    .execute();
}

/** Locks the wall for somebody inside, so that two changes of its circle stand in line. */
export async function lockWall(transaction: Transaction, viewer: Viewer, id: string): Promise<Wall | undefined> {
  return transaction
    .selectFrom('wall')
    .select(['id', 'reason', 'lifted_at as liftedAt'])
    .where('id', '=', id)
    .where(visibleTo(viewer, 'wall.id'))
    .forUpdate()
    .executeTakeFirst();
}

export async function markLifted(transaction: Transaction, id: string, at: Temporal.Instant): Promise<void> {
  await transaction
    .updateTable('wall')
    .set({ lifted_at: nowByBoth(at) })
    .where('id', '=', id)
    .execute();
}

/** Lets people in; the first ones of a new wall, or more of them by somebody inside. */
export async function insertMembers(
  transaction: Transaction,
  wallId: string,
  personIds: string[],
  { by, at }: { by: string | null; at: Temporal.Instant },
): Promise<void> {
  if (personIds.length === 0) return;
  await transaction
    .insertInto('wall_member')
    .values(personIds.map((personId) => ({ wall_id: wallId, person_id: personId, added_by: by, since: nowByBoth(at) })))
    .execute();
}

/** Who stands inside now, by name. Nothing for somebody outside. */
export async function listMembers(db: Db, viewer: Viewer, wallId: string): Promise<WallMember[]> {
  return db
    .selectFrom('wall_member')
    .innerJoin('person', 'person.id', 'wall_member.person_id')
    .select(['wall_member.person_id as personId', 'person.name', 'wall_member.since'])
    .where('wall_member.wall_id', '=', wallId)
    .where('wall_member.until', 'is', null)
    .where(visibleTo(viewer, 'wall_member.wall_id'))
    .orderBy(sql`person.name collate "C"`)
    .orderBy('wall_member.person_id')
    .execute();
}

/** Ends the membership; false when this person is not inside. */
export async function endMembership(
  transaction: Transaction,
  viewer: Viewer,
  wallId: string,
  personId: string,
  at: Temporal.Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('wall_member')
    .set({ until: nowByBoth(at) })
    .where('wall_id', '=', wallId)
    .where('person_id', '=', personId)
    .where('until', 'is', null)
    .where(visibleTo(viewer, 'wall_member.wall_id'))
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}
