import { sql } from 'kysely';
import { fold } from '#platform/browser/fold';
import type { Db } from '#platform/database';
import type { ReleaseRef } from '../contract/sbom-shapes.ts';
import type { SbomImportFilter } from '../contract/sboms.ts';
import type { SbomProblem } from '../sbom/parts.ts';
import { anywhere } from './conditions.ts';
import type { SbomImportRow } from './sbom-imports.ts';

export type ListedImportRow = Omit<
  SbomImportRow,
  'releaseId' | 'phase' | 'partsRead' | 'mapping' | 'personId' | 'result' | 'matchedAt'
> & {
  release: ReleaseRef;
  parts: number | null;
  quality: number | null;
  error: SbomProblem | null;
};

/** Uploads of all releases, newest first; of their results only the figures. */
export async function listSbomImports(
  db: Db,
  { state, q = '' }: SbomImportFilter,
  { before, limit }: { before: { at: string; id: string } | null; limit: number },
): Promise<ListedImportRow[]> {
  const like = anywhere(fold(q));
  const { rows } = await sql<ListedImportRow>`
    select i.id, i.state, i.origin, i.file_name as "fileName", i.sha256, i.size_bytes as "sizeBytes",
      i.received_at as "receivedAt", i.finished_at as "finishedAt", i.person_name as "personName", i.sbom_id as "sbomId", i.problem,
      jsonb_build_object('id', r.id, 'slug', r.slug, 'version', r.version, 'hardware', h.name,
        'model', jsonb_build_object('id', m.id, 'slug', m.slug, 'name', m.name)) as release,
      (i.result #>> '{counts,parts}')::int as parts, (i.result #>> '{quality,score}')::int as quality,
      case when i.state = 'refused' then i.result #> '{problems,0}' end as error
    from sbom_import i join release r on r.id = i.release_id join model m on m.id = r.model_id
    left join hardware_revision h on h.id = r.hardware_id
    where true
      ${state?.length ? sql`and i.state = any(${state}::text[])` : sql``}
      ${fold(q) === '' ? sql`` : sql`and (m.name_folded like ${like} or lower(i.file_name) like ${like})`}
      ${before === null ? sql`` : sql`and (i.received_at, i.id) < (${before.at}::timestamptz, ${before.id}::uuid)`}
    order by i.received_at desc, i.id desc limit ${limit}`.execute(db);
  return rows;
}
