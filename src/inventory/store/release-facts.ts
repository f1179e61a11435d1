import { sql } from 'kysely';
import type { Db } from '#platform/database';
import type { ReleaseRef } from '../contract/shapes.ts';
import type { ModelKind } from '../model.ts';
import { namedRelease, releaseRef } from './release-ref.ts';
import type { Statement } from './statements.ts';

/** What documents say of a release itself. */
export type ReleaseFactsRow = {
  key: number;
  id: string;
  line: string;
  model: string;
  kind: ModelKind;
  version: string;
  hardware: string | null;
  /** Lower-case hex. */
  firmwareSha256: string | null;
  /** As 2026-11-23. */
  releasedOn: string | null;
  /** Of the release and of its model. */
  tags: string[];
  ref: ReleaseRef;
};

/** These releases by their keys. */
export async function listReleaseFacts(db: Db, keys: readonly number[]): Promise<Map<number, ReleaseFactsRow>> {
  const { rows } = await sql<ReleaseFactsRow>`
    select r.key, r.id, l.name as line, m.name as model, m.kind, r.version, h.name as hardware,
      encode(r.firmware_sha256, 'hex') as "firmwareSha256", to_char(r.released_on, 'YYYY-MM-DD') as "releasedOn",
      r.tags || m.tags as tags, ${releaseRef} as ref
    from ${namedRelease} join product_line l on l.id = m.line_id where r.key = any(${keys}::int[])`.execute(db);
  return new Map(rows.map((row) => [row.key, row]));
}

/** Which of these releases directly contain which, in a fixed order. */
export async function listContainedIn(db: Db, keys: readonly number[]): Promise<{ above: number; below: number }[]> {
  const { rows } = await sql<{ above: number; below: number }>`
    select whole.key as above, part.key as below from release_part rp
    join release whole on whole.id = rp.release_id join release part on part.id = rp.part_id
    where rp.removed_at is null and whole.key = any(${keys}::int[]) and part.key = any(${keys}::int[])
    order by above, below`.execute(db);
  return rows;
}

type StatementOfRelease = Pick<Statement, 'vulnerability' | 'componentId' | 'status' | 'justification' | 'detail'> & {
  key: number;
};

/** What was stated about these releases, in a fixed order. */
export async function listStatementsOf(db: Db, keys: readonly number[]): Promise<StatementOfRelease[]> {
  const { rows } = await sql<StatementOfRelease>`
    select r.key, s.vulnerability, s.component_id as "componentId", s.status, s.justification, s.detail
    from release r join release_statement s on s.release_id = r.id
    where r.key = any(${keys}::int[]) order by r.key, s.vulnerability, s.id`.execute(db);
  return rows;
}
