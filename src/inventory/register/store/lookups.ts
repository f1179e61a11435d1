import { sql } from 'kysely';
import type { Db } from '#platform/database';

/** Standing models at these addresses. */
export async function listModelsAt(db: Db, slugs: string[]): Promise<{ id: string; slug: string }[]> {
  const { rows } = await sql<{ id: string; slug: string }>`
    select id, slug from model where slug = any(${slugs}::text[]) and removed_at is null`.execute(db);
  return rows;
}

/** Standing hardware revisions of these models. */
export async function listHardwareOf(
  db: Db,
  modelIds: string[],
): Promise<{ id: string; modelId: string; folded: string }[]> {
  const { rows } = await sql<{ id: string; modelId: string; folded: string }>`
    select id, model_id as "modelId", name_folded as folded from hardware_revision
    where model_id = any(${modelIds}::uuid[]) and removed_at is null`.execute(db);
  return rows;
}

/** Standing releases of these models and versions, for whatever hardware. */
export async function listReleasesAt(
  db: Db,
  wanted: { modelId: string; versionSlug: string }[],
): Promise<{ id: string; modelId: string; slug: string; versionSlug: string }[]> {
  const { rows } = await sql<{ id: string; modelId: string; slug: string; versionSlug: string }>`
    select r.id, r.model_id as "modelId", r.slug, w."versionSlug"
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w("modelId" uuid, "versionSlug" text)
    join release r on r.model_id = w."modelId" and r.removed_at is null
      and (r.slug = w."versionSlug" or starts_with(r.slug, w."versionSlug" || '@'))`.execute(db);
  return rows;
}

/** Standing partners of these names. */
export async function listPartnersCalled(db: Db, folded: string[]): Promise<{ id: string; folded: string }[]> {
  const { rows } = await sql<{ id: string; folded: string }>`
    select id, name_folded as folded from partner where name_folded = any(${folded}::text[]) and removed_at is null`.execute(
    db,
  );
  return rows;
}

/** What is contained in what, from these releases downwards at any depth. */
export async function listContentsBelow(
  db: Db,
  releaseIds: string[],
): Promise<{ id: string; releaseId: string; partId: string }[]> {
  const { rows } = await sql<{ id: string; releaseId: string; partId: string }>`
    with recursive below (id) as (
      select unnest(${releaseIds}::uuid[])
      union select p.part_id from below b join release_part p on p.release_id = b.id and p.removed_at is null
    )
    select p.id, p.release_id as "releaseId", p.part_id as "partId"
    from below b join release_part p on p.release_id = b.id and p.removed_at is null`.execute(db);
  return rows;
}
