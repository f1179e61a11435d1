import { sql } from 'kysely';
import type { Db } from '#platform/database';

/** A bill of materials that counts, with what it states of vulnerabilities; whoever sent it may decide of them. */
export type StatedSbom = {
  sbomId: string;
  releaseId: string;
  releaseKey: number;
  fileName: string;
  /** hex */
  sha256: string;
  sentBy: { id: string; name: string };
  author: string;
  /** ISO 8601 */
  statedAt: string | null;
  statements: {
    vulnerability: string;
    status: string;
    justification: string | null;
    detail: string | null;
    /** null: the release as a whole. */
    part: { name: string; version: string | null; purl: string | null; cpe: string | null } | null;
  }[];
};

/** Of these releases, those that state anything. */
export async function listStatedSboms(db: Db, releaseKeys: readonly number[]): Promise<StatedSbom[]> {
  const { rows } = await sql<StatedSbom>`
    select b.id as "sbomId", b.release_id as "releaseId", r.key as "releaseKey", b.file_name as "fileName", encode(b.sha256, 'hex') as sha256,
      jsonb_build_object('id', b.person_id, 'name', b.person_name) as "sentBy", coalesce(max(s.stated_by), '') as author,
      to_char(max(s.stated_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "statedAt",
      jsonb_agg(jsonb_build_object('vulnerability', s.vulnerability, 'status', s.status, 'justification', s.justification, 'detail', s.detail,
        'part', case when c.id is not null then jsonb_build_object('name', c.name, 'version', c.version, 'purl', c.purl, 'cpe', c.cpes[1]) end)
        order by s.vulnerability, s.id) as statements
    from release r join sbom b on b.release_id = r.id and b.superseded_at is null
    join sbom_import i on i.id = b.id and i.may_decide and b.person_id is not null
    join release_statement s on s.sbom_id = b.id left join component c on c.id = s.component_id
    where r.key = any(${releaseKeys}::integer[]) group by b.id, b.release_id, r.key, b.file_name, b.sha256, b.person_id, b.person_name
    order by b.id`.execute(db);
  return rows;
}
