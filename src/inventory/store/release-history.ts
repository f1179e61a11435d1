import { sql } from 'kysely';
import type { Db } from '#platform/database';
import type { KeptChange } from '../register/store/changes.ts';

/** The entries of registers that a release is or that name it. */
export const entriesOfRelease = (id: string) => sql`(
      select ${id}::uuid as id
      union all select p.id from release_part p where p.release_id = ${id}::uuid
      union all select p.id from release_part p where p.part_id = ${id}::uuid
      union all select s.id from shipment s where s.release_id = ${id}::uuid
    ) entry`;

/** The changes of a release and of the entries that name it, newest first, from just behind `place` on. */
export async function listChangesOfRelease(
  db: Db,
  id: string,
  { place, limit }: { place: readonly [string, string, number] | null; limit: number },
): Promise<KeptChange[]> {
  const { rows } = await sql<KeptChange>`
    select c.register, c.entry_id as "entryId", c.revision, c.change_id as "changeId", c.changed_at as at,
      c.person_name as "personName", c.how, c.before, c.after
    from ${entriesOfRelease(id)} join register_change c on c.entry_id = entry.id
    where ${place ? sql`(c.changed_at, c.entry_id, c.revision) < (${place[0]}::timestamptz, ${place[1]}::uuid, ${place[2]}::integer)` : sql`true`}
    order by c.changed_at desc, c.entry_id desc, c.revision desc limit ${limit}`.execute(db);
  return rows;
}
