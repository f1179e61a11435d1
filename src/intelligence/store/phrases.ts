import { sql } from 'kysely';
import { type Viewer, visibleTo } from '#access';
import type { Db, Transaction } from '#platform/database';
import { newId } from '#platform/ids';
import type { SetRange } from '../model.ts';
import type { SourceId } from '../statement.ts';

export type PhraseRow = {
  id: string;
  recordId: number;
  vulnerabilityId: number;
  revision: number;
  phrase: string;
  product: string;
  source: SourceId;
  externalId: string;
  vulnerability: string;
  ranges: SetRange[] | null;
  /** Null: nothing of ours hangs on it any more. */
  wantedAt: Temporal.Instant | null;
  setAt: Temporal.Instant | null;
  personName: string | null;
  wallId: string | null;
};

const columns = sql`p.id, p.record_id as "recordId", r.vulnerability_id as "vulnerabilityId", p.revision, p.phrase, p.product, r.source,
  r.external_id as "externalId", v.name as vulnerability, p.ranges, p.wanted_at as "wantedAt", p.set_at as "setAt",
  p.person_name as "personName", p.wall_id as "wallId"`;
const tables = sql`version_phrase p join record r on r.id = p.record_id join vulnerability v on v.id = r.vulnerability_id`;

/** Those that wait for a person, or those that were set; newest first. */
export async function listPhrases(
  db: Db,
  viewer: Viewer,
  { which, place, limit }: { which: 'waiting' | 'set'; place: { at: string; id: string } | null; limit: number },
): Promise<PhraseRow[]> {
  const at = which === 'waiting' ? sql`p.wanted_at` : sql`p.set_at`;
  const only = which === 'waiting' ? sql`p.ranges is null and p.wanted_at is not null` : sql`p.ranges is not null`;
  const after = place ? sql`(${at}, p.id) < (${place.at}::timestamptz, ${place.id}::uuid)` : sql`true`;
  const { rows } = await sql<PhraseRow>`
    select ${columns} from ${tables} where ${only} and ${visibleTo(viewer, 'p.wall_id')} and ${after}
    order by ${at} desc, p.id desc limit ${limit}`.execute(db);
  return rows;
}

export async function countWaiting(db: Db, viewer: Viewer): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from version_phrase p
    where p.ranges is null and p.wanted_at is not null and ${visibleTo(viewer, 'p.wall_id')}`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Locks one until the transaction ends. */
export async function lockPhrase(transaction: Transaction, viewer: Viewer, id: string): Promise<PhraseRow | undefined> {
  const { rows } = await sql<PhraseRow>`
    select ${columns} from ${tables} where p.id = ${id}::uuid and ${visibleTo(viewer, 'p.wall_id')} for update of p`.execute(
    transaction,
  );
  return rows[0];
}

export async function updatePhrase(
  transaction: Transaction,
  id: string,
  set: { ranges: SetRange[] | null; at: Temporal.Instant | null; person: Viewer['person']; personName: string | null },
): Promise<void> {
  await sql`
    update version_phrase set ranges = ${set.ranges === null ? null : JSON.stringify(set.ranges)}::jsonb, set_at = ${set.at},
      person_id = ${set.person?.id ?? null}::uuid, person_name = ${set.personName}, revision = revision + 1
    where id = ${id}::uuid`.execute(transaction);
}

export type WantedPhrase = { recordId: number; product: string; phrase: string; wallId: string | null };

/**
 * Fills the slot: something of ours hangs on these words, from the records of these vulnerabilities on nothing else.
 * What nothing hangs on any more is kept only where a person has said what it means.
 */
export async function replaceWanted(
  transaction: Transaction,
  viewer: Viewer,
  {
    vulnerabilityIds,
    wanted,
    at,
  }: { vulnerabilityIds: readonly number[]; wanted: readonly WantedPhrase[]; at: Temporal.Instant },
): Promise<void> {
  const rows = JSON.stringify(wanted.map((one) => ({ id: newId(), ...one })));
  const given = sql`jsonb_to_recordset(${rows}::jsonb) as x(id uuid, "recordId" integer, product text, phrase text, "wallId" uuid)`;
  await sql`
    insert into version_phrase as p (id, record_id, product, phrase, wanted_at, revision, wall_id)
    select id, "recordId", product, phrase, ${at}, 1, "wallId" from ${given}
    on conflict (record_id, product, phrase) do update set wanted_at = excluded.wanted_at where p.wanted_at is null`.execute(
    transaction,
  );
  const unwanted = sql`r.id = p.record_id and r.vulnerability_id = any(${vulnerabilityIds}::integer[])
    and p.wanted_at is not null and ${visibleTo(viewer, 'p.wall_id')}
    and not exists (select from ${given} where x."recordId" = p.record_id and x.product = p.product and x.phrase = p.phrase)`;
  await sql`delete from version_phrase p using record r where p.ranges is null and ${unwanted}`.execute(transaction);
  await sql`update version_phrase p set wanted_at = null from record r where ${unwanted}`.execute(transaction);
}

export type Decision = { recordId: number; product: string; phrase: string; ranges: SetRange[] };

/** What people have said about words of these vulnerabilities. */
export async function listDecisions(db: Db, viewer: Viewer, vulnerabilityIds: readonly number[]): Promise<Decision[]> {
  const { rows } = await sql<Decision>`
    select p.record_id as "recordId", p.product, p.phrase, p.ranges from version_phrase p join record r on r.id = p.record_id
    where r.vulnerability_id = any(${vulnerabilityIds}::integer[]) and p.ranges is not null
      and ${visibleTo(viewer, 'p.wall_id')}`.execute(db);
  return rows;
}
