import { sql } from 'kysely';
import type { Db, Transaction } from '#platform/database';

/** What a component really is: in one release, or (null) wherever it stands. */
export type CorrectionRow = {
  id: string;
  fromId: number;
  toId: number;
  releaseId: string | null;
  reason: string;
  madeAt: Temporal.Instant;
  personId: string | null;
  personName: string;
};

const columns = sql`id, from_id as "fromId", to_id as "toId", release_id as "releaseId", reason, made_at as "madeAt",
  person_id as "personId", person_name as "personName"`;

/** Standing corrections of these components in these releases, those of the whole house included. */
export async function listCorrectionsFrom(
  db: Db,
  { releaseIds, fromIds }: { releaseIds: readonly string[]; fromIds: readonly number[] },
): Promise<CorrectionRow[]> {
  const { rows } = await sql<CorrectionRow>`
    select ${columns} from identity_correction
    where from_id = any(${fromIds}::int[]) and (release_id is null or release_id = any(${releaseIds}::uuid[]))
      and revoked_at is null`.execute(db);
  return rows;
}

/** Standing corrections that lead from or to a component, in one release or in the whole house. */
export async function listCorrectionsOf(db: Db, componentId: number, releaseId: string): Promise<CorrectionRow[]> {
  const { rows } = await sql<CorrectionRow>`
    select ${columns} from identity_correction
    where (from_id = ${componentId} or to_id = ${componentId}) and (release_id is null or release_id = ${releaseId}::uuid)
      and revoked_at is null order by made_at, id`.execute(db);
  return rows;
}

/**
 * Locks the standing corrections that one to be made has to do with, of every release and of the whole house: those that
 * lead from or to `fromId`, all of the components that lead to it, and those from `toId`.
 */
export async function lockCorrectionsAbout(
  transaction: Transaction,
  { fromId, toId }: { fromId: number; toId: number },
): Promise<CorrectionRow[]> {
  const { rows } = await sql<CorrectionRow>`
    select ${columns} from identity_correction
    where revoked_at is null and (from_id = any(array[${fromId}, ${toId}]::int[]) or to_id = ${fromId} or from_id in (
      select led.from_id from identity_correction led where led.to_id = ${fromId} and led.revoked_at is null))
    order by id for update`.execute(transaction);
  return rows;
}

/** One that stands, for what it is about; it can be revoked until it is locked. */
export async function findCorrection(db: Db, id: string): Promise<CorrectionRow | undefined> {
  const { rows } = await sql<CorrectionRow>`
    select ${columns} from identity_correction where id = ${id}::uuid and revoked_at is null`.execute(db);
  return rows[0];
}

/** Locks one that stands. */
export async function lockCorrection(transaction: Transaction, id: string): Promise<CorrectionRow | undefined> {
  const { rows } = await sql<CorrectionRow>`
    select ${columns} from identity_correction where id = ${id}::uuid and revoked_at is null for update`.execute(
    transaction,
  );
  return rows[0];
}

export async function insertCorrections(transaction: Transaction, rows: readonly CorrectionRow[]): Promise<void> {
  if (rows.length === 0) return;
  await transaction
    .insertInto('identity_correction')
    .values(
      rows.map((row) => ({
        id: row.id,
        from_id: row.fromId,
        to_id: row.toId,
        release_id: row.releaseId,
        reason: row.reason,
        made_at: row.madeAt,
        person_id: row.personId,
        person_name: row.personName,
      })),
    )
    .execute();
}

export async function revokeCorrections(
  transaction: Transaction,
  ids: readonly string[],
  at: Temporal.Instant,
): Promise<void> {
  await sql`update identity_correction set revoked_at = ${at}::timestamptz where id = any(${ids}::uuid[])`.execute(
    transaction,
  );
}

/**
 * Releases in whose own bill of materials or hand-entered parts one of these components stands, as documents name it.
 * @param releaseId  only this one
 * @param among  components as they are called by now: only releases with one of them are looked at
 */
export async function listReleasesNaming(
  db: Db,
  { releaseId, fromIds, among }: { releaseId: string | null; fromIds: readonly number[]; among: readonly number[] },
): Promise<number[]> {
  const { rows } = await sql<{ key: number }>`
    select r.key from release r
    where ${releaseId === null ? sql`true` : sql`r.id = ${releaseId}::uuid`} and r.key in (select release_key from release_component where component_id = any(${among}::int[]))
      and r.removed_at is null and (
        exists (select from sbom s join sbom_contents c on c.sbom_id = s.id
          where s.release_id = r.id and s.superseded_at is null and c.shipped && ${fromIds}::int[])
        or exists (select from hand_part h
          where h.release_id = r.id and h.removed_at is null and h.component_id = any(${fromIds}::int[])))
    order by r.key`.execute(db);
  return rows.map(({ key }) => key);
}
