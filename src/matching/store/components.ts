import { sql } from 'kysely';
import type { Db } from '#platform/database';
import type { Component } from '../evidence.ts';
import { subjectOf } from '../identity/subject-of.ts';
import { listSaid } from './identifications.ts';

export type KnownComponent = Component & { id: number };

/** What is known of these components, with what people have said of their names. */
export async function listComponents(db: Db, ids: readonly number[]): Promise<KnownComponent[]> {
  const { rows } = await sql<KnownComponent>`
    select component_id as id, name, version, purl, cpes, supplier, distribution from inventory_component_v1
    where component_id = any(${ids}::integer[])`.execute(db);
  return withSaid(db, rows);
}

/** Puts what people have said of their names beside components. */
export async function withSaid<C extends Component>(db: Db, components: readonly C[]): Promise<C[]> {
  const subjects = components.map(subjectOf);
  const said = await listSaid(db, [...new Set(subjects.filter((subject) => subject !== null))]);
  const bySubject = Map.groupBy(said, ({ subject }) => subject);
  return components.map((component, at) => {
    const own = bySubject.get(subjects[at] ?? '');
    return own
      ? {
          ...component,
          said: own.map(({ answer, vendor, product, personName, saidAt }) => ({
            ...{ answer, vendor, product, by: personName, at: saidAt.toString() },
          })),
        }
      : component;
  });
}

/** The same by their ids, each asked for once. */
export async function componentsById(db: Db, ids: readonly number[]): Promise<Map<number, KnownComponent>> {
  return new Map((await listComponents(db, [...new Set(ids)])).map((component) => [component.id, component]));
}

/** Everything that these releases consist of, by release. */
export async function componentsByRelease(
  db: Db,
  releaseKeys: readonly number[],
): Promise<Map<number, KnownComponent[]>> {
  const { rows } = await sql<{ releaseKey: number; componentIds: number[] }>`
    select release_key as "releaseKey", array_agg(component_id) as "componentIds" from inventory_use_v1
    where release_key = any(${releaseKeys}::integer[]) group by release_key`.execute(db);
  const known = await componentsById(
    db,
    rows.flatMap(({ componentIds }) => componentIds),
  );
  return new Map(
    rows.map(({ releaseKey, componentIds }) => [releaseKey, componentIds.flatMap((id) => known.get(id) ?? [])]),
  );
}
