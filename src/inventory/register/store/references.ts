import { type RawBuilder, sql } from 'kysely';
import type { Db, Transaction } from '#platform/database';
import type { ModelKind } from '../../model.ts';

/** What entries name, by id; removed ones too. */
export type References = {
  models: Map<
    string,
    { id: string; name: string; slug: string; kind: ModelKind; divisionId: string | null; removed: boolean }
  >;
  releases: Map<
    string,
    {
      id: string;
      key: number;
      version: string;
      slug: string;
      modelId: string;
      hardwareId: string | null;
      removed: boolean;
    }
  >;
  hardware: Map<string, { id: string; name: string; modelId: string; removed: boolean }>;
  partners: Map<string, { id: string; name: string; removed: boolean }>;
};
type Referred<K extends keyof References> = References[K] extends Map<string, infer Row> ? Row : never;
export type ReferredIds = { [K in keyof References]?: (string | null)[] };

/** Reads what these ids name, and the models and hardware of the releases; one statement for each kind that is named. */
export const readReferences = (db: Db, ids: ReferredIds): Promise<References> => load(db, ids, 'read');

/** The same, and none of it is changed or removed by another until the transaction ends. */
export const holdReferences = (transaction: Transaction, ids: ReferredIds): Promise<References> =>
  load(transaction, ids, 'hold');

async function load(db: Db, ids: ReferredIds, how: 'read' | 'hold'): Promise<References> {
  const share = how === 'hold' ? sql`for share` : sql``;
  const rowsOf = async <Row extends { id: string }>(named: (string | null)[], select: RawBuilder<unknown>) => {
    const wanted = [...new Set(named.flatMap((id) => id ?? []))];
    if (wanted.length === 0) return new Map<string, Row>();
    const { rows } = await sql<Row>`${select} where id = any(${wanted}::uuid[]) order by id ${share}`.execute(db);
    return new Map(rows.map((row) => [row.id, row]));
  };
  const releases = await rowsOf<Referred<'releases'>>(
    ids.releases ?? [],
    sql`select id, key, version, slug, model_id as "modelId", hardware_id as "hardwareId", removed_at is not null as removed
      from release`,
  );
  const ofReleases = [...releases.values()];
  const hardware = await rowsOf<Referred<'hardware'>>(
    [...(ids.hardware ?? []), ...ofReleases.map(({ hardwareId }) => hardwareId)],
    sql`select id, name, model_id as "modelId", removed_at is not null as removed from hardware_revision`,
  );
  const partners = await rowsOf<Referred<'partners'>>(
    ids.partners ?? [],
    sql`select id, name, removed_at is not null as removed from partner`,
  );
  const models = await rowsOf<Referred<'models'>>(
    [...(ids.models ?? []), ...ofReleases.map(({ modelId }) => modelId)],
    sql`select id, name, slug, kind, division_id as "divisionId", removed_at is not null as removed from model`,
  );
  return { models, releases, hardware, partners };
}
