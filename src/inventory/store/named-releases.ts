import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Db } from '#platform/database';
import { Refusal } from '#platform/errors';
import type { ReleaseState } from '../model/registers.ts';

/** A release as a tool from outside knows it: by the name of its model and its version. */
export type NamedRelease = {
  id: string;
  key: number;
  version: string;
  hardware: string | null;
  state: ReleaseState;
  note: string;
  tags: string[];
  revision: number;
  model: { id: string; name: string; divisionId: string | null };
  line: { id: string; name: string };
  /** Its present bill of materials, with the name of the file that it came in. */
  sbom: { format: string; formatVersion: string | null; acceptedAt: Temporal.Instant; fileName: string } | null;
};

type Row = Omit<NamedRelease, 'sbom' | 'model' | 'line'> & {
  modelId: string;
  modelName: string;
  divisionId: string | null;
  lineId: string;
  lineName: string;
  format: string | null;
  formatVersion: string | null;
  acceptedAt: Temporal.Instant | null;
  fileName: string | null;
};

const standing = sql<SqlBool>`r.removed_at is null and m.removed_at is null`;

/** The standing release with this id. */
export async function findNamedRelease(db: Db, id: string): Promise<NamedRelease | undefined> {
  return (await rowsOf(db, sql`${standing} and r.id = ${id}::uuid`, { offset: 0, limit: 1 }))[0];
}

/**
 * The standing release of this model and version by their addresses; one for any hardware before one for a certain.
 * @throws Refusal 'conflict' when it stands for several hardware revisions and none is said
 */
export async function findReleaseNamed(
  db: Db,
  { modelSlug, releaseSlug }: { modelSlug: string; releaseSlug: string },
): Promise<NamedRelease | undefined> {
  const here = sql<SqlBool>`${standing} and m.slug = ${modelSlug}
    and (r.slug = ${releaseSlug} or starts_with(r.slug, ${`${releaseSlug}@`}))`;
  const [found, another] = await rowsOf(db, here, { offset: 0, limit: 2 });
  if (found && another && found.hardware !== null) {
    const names = [found, another].map(({ version, hardware }) => `${version}@${hardware}`);
    throw new Refusal(
      'conflict',
      `${found.model.name} ${found.version} stands for several hardware revisions. Say which one: ${names.join(', ')}.`,
      { reason: 'release-ambiguous', names },
    );
  }
  return found;
}

/** Standing releases by the name of their model and their version. */
export async function listNamedReleases(db: Db, filter: NamedFilter, page: Page): Promise<NamedRelease[]> {
  return rowsOf(db, conditionOf(filter), page);
}

/** How many there are on all pages. */
export async function countNamedReleases(db: Db, filter: NamedFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from release r join model m on m.id = r.model_id where ${conditionOf(filter)}
  `.execute(db);
  return rows[0]?.count ?? 0;
}

/** `modelSlug` null: of all models. */
export type NamedFilter = { modelSlug: string | null; withEnded: boolean };
type Page = { offset: number; limit: number };

function conditionOf({ modelSlug, withEnded }: NamedFilter): RawBuilder<SqlBool> {
  const asked = [standing];
  if (modelSlug !== null) asked.push(sql`m.slug = ${modelSlug}`);
  if (!withEnded) asked.push(sql`r.state <> 'ended'`);
  return sql`${sql.join(asked, sql` and `)}`;
}

async function rowsOf(db: Db, where: RawBuilder<SqlBool>, { offset, limit }: Page): Promise<NamedRelease[]> {
  // The page first: what stands around it is looked up for its rows alone.
  const { rows } = await sql<Row>`
    with page as materialized (
      select r.id from release r join model m on m.id = r.model_id where ${where}
      order by m.name_folded, r.slug, r.id offset ${offset} limit ${limit}
    )
    select r.id, r.key, r.version, h.name as hardware, r.state, r.note, r.tags, r.revision,
      m.id as "modelId", m.name as "modelName", m.division_id as "divisionId", l.id as "lineId", l.name as "lineName",
      s.format, s.format_version as "formatVersion", s.accepted_at as "acceptedAt", s.file_name as "fileName"
    from page
    join release r on r.id = page.id
    join model m on m.id = r.model_id
    join product_line l on l.id = m.line_id
    left join hardware_revision h on h.id = r.hardware_id
    left join sbom s on s.release_id = r.id and s.superseded_at is null and s.removed_at is null
    order by m.name_folded, r.slug, r.id`.execute(db);
  return rows.map(named);
}

function named(row: Row): NamedRelease {
  const { modelId, modelName, divisionId, lineId, lineName, format, formatVersion, acceptedAt, fileName, ...rest } =
    row;
  return {
    ...rest,
    model: { id: modelId, name: modelName, divisionId },
    line: { id: lineId, name: lineName },
    sbom:
      format === null || acceptedAt === null ? null : { format, formatVersion, acceptedAt, fileName: fileName ?? '' },
  };
}
