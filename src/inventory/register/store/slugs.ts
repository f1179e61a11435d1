import { sql } from 'kysely';
import type { Transaction } from '#platform/database';
import { refuseTwins } from './entries.ts';

/** The releases for these hardware revisions, removed ones too. */
export async function listVersionsForHardware(transaction: Transaction, hardwareIds: string[]) {
  const { rows } = await sql<{ id: string; version: string; hardwareName: string }>`
    select r.id, r.version, h.name as "hardwareName" from release r join hardware_revision h on h.id = r.hardware_id
    where r.hardware_id = any(${hardwareIds}::uuid[])`.execute(transaction);
  return rows;
}

/** Writes addresses in one statement. @throws Refusal 'conflict' when one is taken */
export async function saveSlugs(transaction: Transaction, slugs: { id: string; slug: string }[]): Promise<void> {
  await sql`
    update release r set slug = x.slug from jsonb_to_recordset(${JSON.stringify(slugs)}::jsonb) as x(id uuid, slug text)
    where r.id = x.id and r.slug <> x.slug`
    .execute(transaction)
    .catch(refuseTwins);
}
