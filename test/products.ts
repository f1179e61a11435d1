import type { Db } from '#platform/database';
import { newId } from '#platform/ids';

/** A model with nothing but its name, in a line of its own. */
export async function aModel(
  db: Db,
  { name = `MC-${newId().slice(-6)}`, kind = 'device', divisionId = null as string | null } = {},
) {
  const at = Temporal.Instant.from('2026-11-01T00:00:00Z');
  const lineId = newId();
  const id = newId();
  const slug = name.toLowerCase();
  await db
    .insertInto('product_line')
    .values({ id: lineId, name: lineId, name_folded: lineId, revision: 1, changed_at: at, changed_by: 'test' })
    .execute();
  await db
    .insertInto('model')
    .values({
      ...{ id, line_id: lineId, name, name_folded: slug, slug, kind, division_id: divisionId, markets: [] },
      ...{ update_how: 'unknown', update_automatic: 'unknown', update_signed: 'unknown', update_rollback: 'unknown' },
      ...{ safety: 'unknown', tags: [], build_source: '', build_toolchain: '', build_people: '', note: '' },
      ...{ part_numbers: 0, revision: 1 },
    })
    .execute();
  return { id, name, slug, lineId };
}

/** A shipped release; of a model of its own when none is given. */
export async function aRelease(db: Db, { modelId, version = '1.0' }: { modelId?: string; version?: string } = {}) {
  const id = newId();
  const row = { id, model_id: modelId ?? (await aModel(db)).id, version, slug: version, state: 'shipped' };
  const { key } = await db
    .insertInto('release')
    .values({ ...row, firmware_name: '', tags: [], note: '', revision: 1 })
    .returning('key')
    .executeTakeFirstOrThrow();
  return { id, key, modelId: row.model_id, version };
}

/** `whole` contains `part`. */
export async function contain(db: Db, whole: { id: string }, part: { id: string }): Promise<void> {
  await db
    .insertInto('release_part')
    .values({ id: newId(), release_id: whole.id, part_id: part.id, note: '', revision: 1 })
    .execute();
}
