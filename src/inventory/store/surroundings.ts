import { sql } from 'kysely';
import type { Db } from '#platform/database';

/** What stands around the components of a release. */
export type SurroundingsRow = {
  releaseKey: number;
  releaseId: string;
  model: string;
  kind: string;
  hardware: { name: string; soc: string; board: string }[];
  partNumbers: string[];
  tags: string[];
  evidence: { kind: 'kernel-config' | 'built-objects' | 'module-symvers'; sha256: string }[];
};

/** Of these releases, removed ones left out. Hardware is that of the release, or every revision of its model where it is for any. */
export async function listSurroundings(db: Db, releaseKeys: readonly number[]): Promise<SurroundingsRow[]> {
  const { rows } = await sql<SurroundingsRow>`
    select r.key as "releaseKey", r.id as "releaseId", m.name as model, m.kind,
      (select coalesce(jsonb_agg(jsonb_build_object('name', h.name, 'soc', h.soc, 'board', h.board) order by h.name_folded), '[]')
        from hardware_revision h where h.model_id = m.id and h.removed_at is null and (r.hardware_id is null or h.id = r.hardware_id)) as hardware,
      array(select p.number from part_number p where p.model_id = m.id and p.removed_at is null order by p.folded) as "partNumbers",
      array(select distinct tag from unnest(m.tags || r.tags) as tag order by tag) as tags,
      (select coalesce(jsonb_agg(jsonb_build_object('kind', e.kind, 'sha256', encode(e.sha256, 'hex')) order by e.kind), '[]')
        from release_evidence e where e.release_id = r.id and e.removed_at is null) as evidence
    from release r join model m on m.id = r.model_id
    where r.key = any(${releaseKeys}::integer[]) and r.removed_at is null and m.removed_at is null`.execute(db);
  return rows;
}

/** Keys of the releases of which it is known what is built of their kernel. */
export async function listKeysWithEvidence(db: Db): Promise<number[]> {
  const { rows } = await sql<{ key: number }>`
    select distinct r.key from release_evidence e join release r on r.id = e.release_id
    where e.removed_at is null and r.removed_at is null`.execute(db);
  return rows.map(({ key }) => key);
}

/** Keys of the releases with these ids, and of all releases of these models. */
export async function listKeys(
  db: Db,
  { releaseIds = [], modelIds = [] }: { releaseIds?: readonly string[]; modelIds?: readonly string[] },
): Promise<number[]> {
  const { rows } = await sql<{ key: number }>`
    select key from release where id = any(${releaseIds}::uuid[]) or model_id = any(${modelIds}::uuid[]) order by key`.execute(
    db,
  );
  return rows.map(({ key }) => key);
}

/** Keys of the releases that an entry of a change is, belongs to or counts for. */
export async function listKeysOfChange(db: Db, changeId: string): Promise<number[]> {
  const { rows } = await sql<{ key: number }>`
    select r.key from register_change c join release r on r.id = c.entry_id
      where c.change_id = ${changeId}::uuid and c.register = 'releases'
    union select r.key from register_change c join shipment s on s.id = c.entry_id join release r on r.id = s.release_id
      where c.change_id = ${changeId}::uuid and c.register = 'shipments'
    union select r.key from register_change c join hardware_revision h on h.id = c.entry_id
      join release r on r.model_id = h.model_id where c.change_id = ${changeId}::uuid and c.register = 'hardware'
    union select r.key from model_change c join release r on r.model_id = c.model_id where c.change_id = ${changeId}::uuid`.execute(
    db,
  );
  return rows.map(({ key }) => key);
}

/** Every technology that a model or a release speaks, as it is written there. */
export async function listTagsInUse(db: Db): Promise<string[]> {
  const { rows } = await sql<{ tag: string }>`
    select distinct tag from (select unnest(tags) as tag from model where tags <> '{}'
      union all select unnest(tags) from release where tags <> '{}') used order by tag`.execute(db);
  return rows.map(({ tag }) => tag);
}

/** Keys of the releases that speak any of these technologies, by their model or themselves. */
export async function listKeysWithTags(db: Db, tags: readonly string[]): Promise<{ key: number; tags: string[] }[]> {
  const { rows } = await sql<{ key: number; tags: string[] }>`
    select r.key, array(select distinct tag from unnest(m.tags || r.tags) as tag order by tag) as tags
    from release r join model m on m.id = r.model_id
    where r.removed_at is null and m.removed_at is null and (m.tags && ${tags}::text[] or r.tags && ${tags}::text[])`.execute(
    db,
  );
  return rows;
}

/** Fills the slot: what came with these uploads was judged. */
export async function markMatched(db: Db, releaseKeys: readonly number[], at: Temporal.Instant): Promise<void> {
  await sql`
    update sbom_import i set matched_at = ${at} from release r
    where r.id = i.release_id and r.key = any(${releaseKeys}::integer[]) and i.state = 'stored' and i.matched_at is null`.execute(
    db,
  );
}

/** Components of releases in the field that cannot be looked up by anything, each once in every model that has it. */
export async function countUnidentified(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select coalesce(sum(t.unidentified), 0)::integer as count
    from model_tally t join model m on m.id = t.model_id where m.removed_at is null`.execute(db);
  return rows[0]?.count ?? 0;
}
