import { sql } from 'kysely';
import type { Db } from '#platform/database';
import type { Component } from '../evidence.ts';

export type KnownComponent = Component & { id: number };

/** What is known of these components. */
export async function listComponents(db: Db, ids: readonly number[]): Promise<KnownComponent[]> {
  const { rows } = await sql<KnownComponent>`
    select component_id as id, name, version, purl, cpes, supplier, distribution from inventory_component_v1
    where component_id = any(${ids}::integer[])`.execute(db);
  return rows;
}

/** Components of the same names as that of one, in other releases of a model: its neighbours. */
export async function listComponentsOfRelease(db: Db, releaseKey: number): Promise<KnownComponent[]> {
  const { rows } = await sql<KnownComponent>`
    select c.component_id as id, c.name, c.version, c.purl, c.cpes, c.supplier, c.distribution
    from inventory_use_v1 u join inventory_component_v1 c on c.component_id = u.component_id
    where u.release_key = ${releaseKey}`.execute(db);
  return rows;
}
