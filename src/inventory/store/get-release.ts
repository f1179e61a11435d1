import { sql } from 'kysely';
import type { Db } from '#platform/database';
import type { ChangedPart, ContainedRelease } from '../contract/releases.ts';
import type { ReleaseRef } from '../contract/shapes.ts';
import { isOfVersion } from './release-conditions.ts';
import { entriesOfRelease } from './release-history.ts';
import { namedRelease, releasedAt, releaseRef } from './release-ref.ts';

/** The id of the standing release at an address below its model's; without its hardware where only one has that version. */
export async function findReleaseId(db: Db, modelSlug: string, slug: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string; slug: string }>`
    select r.id, r.slug from release r join model m on m.id = r.model_id
    where m.slug = ${modelSlug} and m.removed_at is null and r.removed_at is null
      and ${isOfVersion(slug)}
    order by r.slug limit 2`.execute(db);
  const [first, second] = rows;
  return first?.slug === slug || second === undefined ? first?.id : undefined;
}

export type FoundRelease = {
  key: number;
  ref: ReleaseRef;
  revision: number;
  removed: boolean;
  line: { id: string; name: string };
  ownerPostId: string | null;
  divisionId: string | null;
  hardware: { id: string; name: string; soc: string; board: string } | null;
  endedOn: string | null;
  firmwareName: string;
  firmwareSha256: string | null;
  tags: string[];
  modelTags: string[];
  note: string;
  components: number;
  unidentified: number;
  units: number;
  sbomAt: Temporal.Instant | null;
  quality: number | null;
};

/** A release with what stands around it, removed or not. */
export async function findRelease(db: Db, id: string): Promise<FoundRelease | undefined> {
  const { rows } = await sql<FoundRelease>`
    select r.key, ${releaseRef} as ref, r.revision, r.removed_at is not null or m.removed_at is not null as removed,
      jsonb_build_object('id', l.id, 'name', l.name) as line, m.owner_post_id as "ownerPostId", m.division_id as "divisionId",
      case when h.id is null then null
        else jsonb_build_object('id', h.id, 'name', h.name, 'soc', h.soc, 'board', h.board) end as hardware,
      to_char(r.ended_on, 'YYYY-MM-DD') as "endedOn", r.firmware_name as "firmwareName",
      encode(r.firmware_sha256, 'hex') as "firmwareSha256", r.tags, m.tags as "modelTags", r.note,
      coalesce(t.components, 0) as components, coalesce(t.unidentified, 0) as unidentified, coalesce(t.units, 0) as units,
      t.sbom_at as "sbomAt", t.quality
    from ${namedRelease} join product_line l on l.id = m.line_id left join release_tally t on t.release_key = r.key
    where r.id = ${id}::uuid`.execute(db);
  return rows[0];
}

/** What was changed last of a release: itself, what it contains, its shipments, or what was brought in for it. */
export async function findLastChange(
  db: Db,
  id: string,
): Promise<{ at: Temporal.Instant; by: string; what: ChangedPart } | undefined> {
  const { rows } = await sql<{ at: Temporal.Instant; by: string; what: ChangedPart }>`
    select at, by, what from (
      (select c.changed_at as at, c.person_name as by, c.register as what
        from ${entriesOfRelease(id)} join register_change c on c.entry_id = entry.id order by c.changed_at desc limit 1)
      union all (select accepted_at, person_name, 'sbom' from sbom where release_id = ${id}::uuid order by accepted_at desc limit 1)
      union all (select added_at, person_name, 'hand-parts' from hand_part
        where release_id = ${id}::uuid and removed_at is null order by added_at desc limit 1)
      union all (select added_at, person_name, 'evidence' from release_evidence
        where release_id = ${id}::uuid and removed_at is null order by added_at desc limit 1)
    ) change order by at desc limit 1`.execute(db);
  return rows[0];
}

/** What a release contains down to a depth, or what contains it, the nearest first. */
export async function listContained(
  db: Db,
  id: string,
  way: 'down' | 'up',
  depth: number,
): Promise<ContainedRelease[]> {
  const [from, to] = way === 'down' ? [sql`release_id`, sql`part_id`] : [sql`part_id`, sql`release_id`];
  const { rows } = await sql<ContainedRelease>`
    with recursive reached (id, depth) as (
      select ${to}, 1 from release_part where ${from} = ${id}::uuid and removed_at is null
      union select p.${to}, i.depth + 1 from reached i
      join release_part p on p.${from} = i.id and p.removed_at is null where i.depth < ${depth}
    ), nearest as (select id, min(depth) as depth from reached group by id)
    select ${releaseRef} as release, n.depth, coalesce(t.components, 0) as components,
      case when p.id is null then null
        else jsonb_build_object('id', p.id, 'revision', p.revision, 'note', p.note) end as entry
    from nearest n join ${namedRelease} on r.id = n.id left join release_tally t on t.release_key = r.key
    left join release_part p on p.${from} = ${id}::uuid and p.${to} = n.id and p.removed_at is null
    where r.removed_at is null and m.removed_at is null
    order by n.depth, m.name_folded, r.slug`.execute(db);
  return rows;
}

/** The release of the same model just before this one, and the newest behind it; of the same hardware where there is one. */
export async function findNeighbours(
  db: Db,
  id: string,
): Promise<{ previous: ReleaseRef | null; newest: ReleaseRef | null }> {
  const beside = (sign: ReturnType<typeof sql>) => sql`(
    select ${releaseRef} from ${namedRelease}
    where r.model_id = own.model_id and r.removed_at is null and r.id <> own.id
      and (${releasedAt}, r.key) ${sign} (coalesce(own.released_on, 'infinity'::date), own.key)
    order by (r.hardware_id is not distinct from own.hardware_id) desc, ${releasedAt} desc, r.key desc limit 1)`;
  const { rows } = await sql<{ previous: ReleaseRef | null; newest: ReleaseRef | null }>`
    select ${beside(sql`<`)} as previous, ${beside(sql`>`)} as newest
    from release own where own.id = ${id}::uuid`.execute(db);
  return rows[0] ?? { previous: null, newest: null };
}

/** The address of a release below its model's. */
export async function getSlugOfRelease(db: Db, id: string): Promise<string> {
  const { slug } = await db.selectFrom('release').select('slug').where('id', '=', id).executeTakeFirstOrThrow();
  return slug;
}
