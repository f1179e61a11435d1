import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { openOwner } from '#platform/database';
import { cloneDatabase } from '../../../test/database.ts';
import { ProductFilter } from '../filter.ts';
import { matches } from './conditions.ts';

const db = openOwner(await cloneDatabase());
afterAll(() => db.destroy());

await sql`insert into product_line (id, name, name_folded, revision, changed_at, changed_by)
  select gen_random_uuid(), 'line ' || n, 'line ' || n, 1, now(), 'test' from generate_series(1, 100) n`.execute(db);
await sql`insert into model (id, line_id, name, name_folded, slug, kind, markets, update_how, update_automatic, update_signed,
    update_rollback, note, part_numbers, revision, safety, tags, build_source, build_toolchain, build_people)
  select gen_random_uuid(), id, name || ' mx-' || n, name_folded || ' mx-' || n, name_folded || n, 'device', '{JP}',
    'none', 'no', 'no', 'no', '', 1, 1, 'no', '{}', '', '', '' from product_line, generate_series(10000, 10199) n`.execute(
  db,
);
await sql`insert into part_number (id, model_id, number, folded, note)
  select gen_random_uuid(), id, slug, upper(replace(slug, ' ', '')), '' from model`.execute(db);
await sql`analyze`.execute(db);

async function planOf(q: string): Promise<string> {
  const filter = ProductFilter.parse({ q });
  // At this size reading everything may still cost less; what matters is that the conditions fit the indexes.
  const { rows } = await db.transaction().execute(async (transaction) => {
    await sql`set local enable_seqscan = off`.execute(transaction);
    return sql`explain (costs off)
      select m.id from model m where ${matches(filter, Temporal.PlainDate.from('2026-11-24'))}`.execute(transaction);
  });
  return JSON.stringify(rows);
}

test('a part of a name or of a part number is found by an index, not by reading every model', async () => {
  const plan = await planOf('10042');

  expect(plan).toContain('model_by_part_of_name');
  expect(plan).toContain('part_number_by_part');
  expect(plan).not.toMatch(/Seq Scan on (model|part_number)/);
});

test('a text too short for that reads no part number', async () => {
  const plan = await planOf('zq');

  expect(plan).not.toContain('part_number');
});
