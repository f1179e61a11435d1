import { sql } from 'kysely';
import { fold } from '#platform/browser/fold';
import type { Db } from '#platform/database';
import { orderedPurlTypes, schemeOfPurlType } from '#versions/scheme-of-purl';
import { type Scheme, versionKey } from '#versions/version-key';
import { type ComponentFacts, fingerprintOf } from '../sbom/fingerprint.ts';
import { storableJson } from '../sbom/storable.ts';

/** A component as it is kept; it never changes. */
export type KeptComponent = {
  id: number;
  name: string;
  version: string | null;
  purl: string | null;
  cpes: string[];
  supplier: string | null;
  distribution: string | null;
  isIdentified: boolean;
};

/** How many of a large document are looked up and made at once: what they need of time in between keeps nobody waiting. */
export const componentsAtOnce = 500;

/**
 * The ids of these components, in their order; those that nobody has named yet are made.
 * To be called outside of the transaction that uses them: imports that name the same new components at the same time would
 * wait for each other's whole transaction, and a component that nobody uses does no harm.
 */
export async function resolveComponents(db: Db, components: readonly ComponentFacts[]): Promise<number[]> {
  const keys = components.map((facts) => fingerprintOf(facts).toString('hex'));
  const factsByKey = new Map(keys.map((key, at) => [key, components[at] as ComponentFacts]));
  const idByKey = await findIds(db, [...factsByKey.keys()]);
  // In the order of their fingerprints, so that two who make the same wait for each other and do not lock each other out.
  const missing = [...factsByKey.keys()].filter((key) => !idByKey.has(key)).sort();
  if (missing.length > 0) {
    await insertComponents(
      db,
      missing.map((key) => rowOf(key, factsByKey.get(key) as ComponentFacts)),
    );
    for (const [key, id] of await findIds(db, missing)) idByKey.set(key, id);
  }
  return keys.map((key) => idByKey.get(key) as number);
}

async function findIds(db: Db, keys: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ key: string; id: number }>`
    select encode(fingerprint, 'hex') as key, id from component
    where fingerprint = any(array(select decode(key, 'hex') from unnest(${keys}::text[]) as key))`.execute(db);
  return new Map(rows.map(({ key, id }) => [key, id]));
}

// A row of an index holds some 2,700 bytes; nobody looks for a name by more than its beginning.
const longestFolded = 500;

function rowOf(key: string, facts: ComponentFacts) {
  const scheme = schemeOfPurlType(facts.purlType);
  return {
    key,
    name: facts.name,
    name_folded: fold(facts.name).slice(0, longestFolded),
    version: facts.version,
    purl: facts.purl,
    cpes: facts.cpes,
    supplier: facts.supplier,
    distribution: facts.distribution,
    scheme,
    version_key: keyOf(scheme, facts),
    identified: facts.isIdentified,
  };
}

function keyOf(scheme: Scheme, { epoch, version }: Pick<ComponentFacts, 'epoch' | 'version'>): string | null {
  const hasEpoch = epoch !== null && version !== null && !version.includes(':');
  const said = hasEpoch ? `${epoch}:${version}` : version;
  const key = said === null ? null : versionKey(scheme, said);
  return key && Buffer.from(key).toString('hex');
}

async function insertComponents(db: Db, rows: ReturnType<typeof rowOf>[]): Promise<void> {
  await sql`
    insert into component (fingerprint, name, name_folded, version, purl, cpes, supplier, distribution, scheme, version_key, identified)
    select decode(key, 'hex'), name, name_folded, version, purl, cpes, supplier, distribution, scheme, decode(version_key, 'hex'), identified
    from jsonb_to_recordset(${storableJson(rows)}::jsonb) as x(key text, name text, name_folded text, version text, purl text,
      cpes text[], supplier text, distribution text, scheme text, version_key text, identified boolean)
    on conflict (fingerprint) do nothing`.execute(db);
}

/** These components, by their ids; one that does not exist is left out. */
export async function listComponents(db: Db, ids: readonly number[]): Promise<Map<number, KeptComponent>> {
  const { rows } = await sql<KeptComponent>`
    select id, name, version, purl, cpes, supplier, distribution, identified as "isIdentified"
    from component where id = any(${ids}::int[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

/** A component whose version is kept in another order than its type has by now. */
export type Misordered = Pick<ComponentFacts, 'version' | 'epoch'> & { id: number; scheme: Scheme };

export async function listMisordered(db: Db, limit: number): Promise<Misordered[]> {
  const { rows } = await sql<Misordered>`
    select c.id, c.version, substring(c.purl from '[?&]epoch=([0-9]+)') as epoch, ordered.scheme
    from unnest(${orderedPurlTypes.map(([type]) => type)}::text[], ${orderedPurlTypes.map(([, scheme]) => scheme)}::text[])
      as ordered (type, scheme)
    join component c on c.scheme <> ordered.scheme and c.purl is not null
      and regexp_replace(c.purl, '[@?#].*$', '') collate "C" >= 'pkg:' || ordered.type || '/'
      and regexp_replace(c.purl, '[@?#].*$', '') collate "C" < 'pkg:' || ordered.type || '0'
    limit ${limit}`.execute(db);
  return rows;
}

/** Puts components into the orders that they are listed with. */
export async function reorderComponents(db: Db, components: readonly Misordered[]): Promise<void> {
  const rows = components.map((one) => ({ id: one.id, scheme: one.scheme, key: keyOf(one.scheme, one) }));
  await sql`
    update component set scheme = x.scheme, version_key = decode(x.key, 'hex')
    from jsonb_to_recordset(${storableJson(rows)}::jsonb) as x(id integer, scheme text, key text)
    where component.id = x.id`.execute(db);
}
