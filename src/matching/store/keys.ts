import { sql } from 'kysely';
import { type Viewer, visibleTo } from '#access';
import type { Db, Transaction } from '#platform/database';

/** Makes the keys that are new. @returns every key with its number */
export async function numberKeys(transaction: Transaction, keys: readonly string[]): Promise<Map<string, number>> {
  const wanted = [...new Set(keys)].sort();
  if (wanted.length === 0) return new Map();
  // Each try to write one that stands would use up a number.
  await sql`
    insert into product_key (key) select w.key from unnest(${wanted}::text[]) as w(key)
    where not exists (select from product_key p where p.key = w.key) order by w.key
    on conflict do nothing`.execute(transaction);
  const { rows } = await sql<{ id: number; key: string }>`
    select id, key from product_key where key = any(${wanted}::text[])`.execute(transaction);
  return new Map(rows.map(({ id, key }) => [key, id]));
}

export type RecordKey = { recordId: number; productKeyId: number; vulnerabilityId: number; wallId: string | null };

/** Which products the records of these vulnerabilities speak of, from now on; what stands so already is left alone. */
export async function replaceRecordKeys(
  transaction: Transaction,
  viewer: Viewer,
  { vulnerabilityIds, rows }: { vulnerabilityIds: readonly number[]; rows: readonly RecordKey[] },
): Promise<void> {
  const recordIds = rows.map(({ recordId }) => recordId);
  const given = sql`unnest(${recordIds}::integer[], ${rows.map(({ productKeyId }) => productKeyId)}::integer[],
    ${rows.map(({ vulnerabilityId }) => vulnerabilityId)}::integer[], ${rows.map(({ wallId }) => wallId)}::uuid[])
    as x(record_id, product_key_id, vulnerability_id, wall_id)`;
  await sql`
    delete from record_key k
    where (k.vulnerability_id = any(${vulnerabilityIds}::integer[]) or k.record_id = any(${recordIds}::integer[]))
      and ${visibleTo(viewer, 'k.wall_id')}
      and not exists (select from ${given} where x.record_id = k.record_id and x.product_key_id = k.product_key_id)`.execute(
    transaction,
  );
  await sql`
    insert into record_key as k (record_id, product_key_id, vulnerability_id, wall_id) select distinct * from ${given}
    on conflict (product_key_id, record_id) do update set vulnerability_id = excluded.vulnerability_id, wall_id = excluded.wall_id
    where (k.vulnerability_id, k.wall_id) is distinct from (excluded.vulnerability_id, excluded.wall_id)`.execute(
    transaction,
  );
}

export type ComponentKey = { componentId: number; productKeyId: number; tier: number; why: string };

/** Which of these components have no keys by these rules yet. */
export async function listWithoutKeys(
  transaction: Transaction,
  releaseKeys: readonly number[],
  rules: number,
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select distinct u.component_id as id from inventory_use_v1 u
    left join looked_up_component l on l.component_id = u.component_id and l.rules = ${rules}
    where u.release_key = any(${releaseKeys}::integer[]) and l.component_id is null`.execute(transaction);
  return rows.map(({ id }) => id);
}

/** Which products these components may be, from now on, and by what a person may say it. */
export async function writeComponentKeys(
  transaction: Transaction,
  { components, rules }: { components: readonly { id: number; subject: string | null }[]; rules: number },
  rows: readonly ComponentKey[],
): Promise<void> {
  const componentIds = components.map(({ id }) => id);
  await sql`delete from component_key where component_id = any(${componentIds}::integer[])`.execute(transaction);
  await sql`
    insert into component_key (component_id, product_key_id, tier, why)
    select distinct on (component_id, product_key_id) * from unnest(${rows.map(({ componentId }) => componentId)}::integer[],
      ${rows.map(({ productKeyId }) => productKeyId)}::integer[], ${rows.map(({ tier }) => tier)}::smallint[],
      ${rows.map(({ why }) => why)}::text[]) as x(component_id, product_key_id, tier, why)
    order by component_id, product_key_id, tier`.execute(transaction);
  await sql`
    insert into looked_up_component (component_id, rules, subject) select id, ${rules}, subject
    from unnest(${componentIds}::integer[], ${components.map(({ subject }) => subject)}::text[]) as x(id, subject)
    on conflict (component_id) do update set rules = excluded.rules, subject = excluded.subject`.execute(transaction);
}

export type Meeting = { componentId: number; vulnerabilityId: number };

/** Components and vulnerabilities that meet at a product, and those that met before. */
export async function listMeetings(
  transaction: Transaction,
  viewer: Viewer,
  { vulnerabilityIds, componentIds }: { vulnerabilityIds?: readonly number[]; componentIds?: readonly number[] },
): Promise<Meeting[]> {
  const { rows } = await sql<Meeting>`
    select distinct c.component_id as "componentId", r.vulnerability_id as "vulnerabilityId"
    from record_key r join component_key c on c.product_key_id = r.product_key_id
    where ${vulnerabilityIds ? sql`r.vulnerability_id = any(${vulnerabilityIds}::integer[])` : sql`c.component_id = any(${componentIds}::integer[])`}
      and ${visibleTo(viewer, 'r.wall_id')}`.execute(transaction);
  return rows;
}

/** Vulnerabilities of which a record speaks of one of these products; those behind a wall are left out, whoever asks. */
export async function listOpenVulnerabilitiesByKeys(
  db: Db,
  viewer: Viewer,
  keys: readonly string[],
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select distinct r.vulnerability_id as id from product_key k join record_key r on r.product_key_id = k.id
    where k.key = any(${keys}::text[]) and r.wall_id is null and ${visibleTo(viewer, 'r.wall_id')}`.execute(db);
  return rows.map(({ id }) => id);
}
