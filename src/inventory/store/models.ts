import { sql } from 'kysely';
import { fold, foldId } from '#platform/browser/fold';
import type { Db, Transaction } from '#platform/database';
import { Refusal } from '#platform/errors';
import type { ModelFacts, PartNumberFacts, StandingModel } from '../facts.ts';
import { slugOf } from '../model.ts';

/** Locks the models until the transaction ends, in the order of their ids, so that two changers wait and do not deadlock. */
export async function lockModels(transaction: Transaction, ids: string[]): Promise<StandingModel[]> {
  await sql`select id from model where id = any(${ids}::uuid[]) order by id for update`.execute(transaction);
  return listStanding(transaction, ids);
}

/** The models as they stand, removed ones too, in no particular order. */
export async function listStanding(db: Db, ids: string[]): Promise<StandingModel[]> {
  const { rows } = await sql<{ id: string; revision: number; facts: ModelFacts }>`
    select m.id, m.revision, jsonb_build_object(
      'lineId', m.line_id, 'name', m.name, 'kind', m.kind, 'ownerPostId', m.owner_post_id, 'divisionId', m.division_id,
      'markets', to_jsonb(m.markets), 'updateHow', m.update_how, 'updateAutomatic', m.update_automatic,
      'updateSigned', m.update_signed, 'updateRollback', m.update_rollback, 'successorId', m.successor_id, 'note', m.note,
      'productionEndsOn', m.production_ends_on, 'salesEndsOn', m.sales_ends_on,
      'repairEndsOn', m.repair_ends_on, 'securityEndsOn', m.security_ends_on,
      'safety', m.safety, 'tags', to_jsonb(m.tags), 'buildSource', m.build_source, 'buildToolchain', m.build_toolchain,
      'buildKeyPostId', m.build_key_post_id, 'buildPeople', m.build_people, 'rebuiltOn', m.rebuilt_on,
      'partNumbers', coalesce(p.numbers, '[]'), 'removed', m.removed_at is not null) as facts
    from model m
    left join (
      select model_id, jsonb_agg(jsonb_build_object('id', id, 'number', number, 'note', note) order by folded) as numbers
      from part_number where removed_at is null and model_id = any(${ids}::uuid[]) group by model_id
    ) p on p.model_id = m.id
    where m.id = any(${ids}::uuid[])`.execute(db);
  return rows;
}

/**
 * Writes the models, new and changed, in one statement; the revision of each becomes one more.
 * @throws Refusal 'invalid' for a division, post or successor that does not exist; the database's unique violation
 *   model_slug_unique when a name is taken
 */
export async function saveModels(
  transaction: Transaction,
  models: { id: string; facts: ModelFacts }[],
  at: Temporal.Instant,
): Promise<void> {
  const rows = models.map(({ id, facts }) => ({
    id,
    line_id: facts.lineId,
    name: facts.name,
    name_folded: fold(facts.name),
    slug: slugOf(facts.name),
    kind: facts.kind,
    owner_post_id: facts.ownerPostId,
    division_id: facts.divisionId,
    markets: facts.markets,
    update_how: facts.updateHow,
    update_automatic: facts.updateAutomatic,
    update_signed: facts.updateSigned,
    update_rollback: facts.updateRollback,
    successor_id: facts.successorId,
    note: facts.note,
    production_ends_on: facts.productionEndsOn,
    sales_ends_on: facts.salesEndsOn,
    repair_ends_on: facts.repairEndsOn,
    security_ends_on: facts.securityEndsOn,
    safety: facts.safety,
    tags: facts.tags,
    build_source: facts.buildSource,
    build_toolchain: facts.buildToolchain,
    build_key_post_id: facts.buildKeyPostId,
    build_people: facts.buildPeople,
    rebuilt_on: facts.rebuiltOn,
    part_numbers: facts.partNumbers.length,
    revision: 1,
    removed_at: facts.removed ? at.toString() : null,
  }));
  await sql`
    insert into model select * from jsonb_populate_recordset(null::model, ${JSON.stringify(rows)}::jsonb)
    on conflict (id) do update set
      line_id = excluded.line_id, name = excluded.name, name_folded = excluded.name_folded, slug = excluded.slug,
      kind = excluded.kind, owner_post_id = excluded.owner_post_id, division_id = excluded.division_id,
      markets = excluded.markets, update_how = excluded.update_how, update_automatic = excluded.update_automatic,
      update_signed = excluded.update_signed, update_rollback = excluded.update_rollback,
      successor_id = excluded.successor_id, note = excluded.note,
      production_ends_on = excluded.production_ends_on, sales_ends_on = excluded.sales_ends_on,
      repair_ends_on = excluded.repair_ends_on, security_ends_on = excluded.security_ends_on,
      safety = excluded.safety, tags = excluded.tags, build_source = excluded.build_source,
      build_toolchain = excluded.build_toolchain, build_key_post_id = excluded.build_key_post_id,
      build_people = excluded.build_people, rebuilt_on = excluded.rebuilt_on,
      part_numbers = excluded.part_numbers, revision = model.revision + 1, removed_at = excluded.removed_at
  `
    .execute(transaction)
    .catch(refuseUnknown);
}

const chosen: Record<string, string> = {
  model_owner_post: 'owner',
  model_division: 'division',
  model_successor: 'successor',
  model_build_key_post: 'key-keeper',
};

/** A division, post or model that somebody names and that is not there. */
function refuseUnknown(problem: { code?: string; constraint?: string }): never {
  const what = problem.code === '23503' ? chosen[problem.constraint ?? ''] : undefined;
  if (what === undefined) throw problem;
  throw new Refusal('invalid', `The ${what} that is named does not exist.`, { reason: 'choice-gone', what });
}

export type PartNumberRow = PartNumberFacts & { modelId: string; removed: boolean };

/**
 * Writes part numbers, new and changed, in one statement.
 * @throws the database's unique violation part_number_unique when a number belongs to another model
 */
export async function savePartNumbers(
  transaction: Transaction,
  numbers: PartNumberRow[],
  at: Temporal.Instant,
): Promise<void> {
  if (numbers.length === 0) return;
  const rows = numbers.map(({ id, modelId, number, note, removed }) => ({
    id,
    model_id: modelId,
    number,
    folded: foldId(number),
    note,
    removed_at: removed ? at.toString() : null,
  }));
  await sql`
    insert into part_number select * from jsonb_populate_recordset(null::part_number, ${JSON.stringify(rows)}::jsonb)
    on conflict (id) do update set model_id = excluded.model_id, number = excluded.number, folded = excluded.folded,
      note = excluded.note, removed_at = excluded.removed_at
  `.execute(transaction);
}

/** The standing models that name one of these as their successor. */
export async function listPredecessors(db: Db, ids: string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('model')
    .select('id')
    .where('successor_id', 'in', ids)
    .where('removed_at', 'is', null)
    .execute();
  return rows.map(({ id }) => id);
}

/** The standing models with these slugs or part numbers, and nothing more than their ids. */
export async function listNamedIds(db: Db, slugs: string[], numbers: string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from model where slug = any(${slugs}::text[]) and removed_at is null
    union select model_id from part_number where folded = any(${numbers}::text[]) and removed_at is null
  `.execute(db);
  return rows.map(({ id }) => id);
}

/** Names of models, removed ones too, by their ids. */
export async function listModelNames(db: Db, ids: string[]): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from model where id = any(${ids}::uuid[])`.execute(db);
  return rows;
}
