import { expect, test } from 'vitest';
import { freshDatabase } from '../../test/database.ts';
import { loadDemo } from './load-demo.ts';

const { system, db } = await freshDatabase();

const facts = async () => ({
  lines: await db.selectFrom('product_line').select(['name', 'revision']).orderBy('name_folded').execute(),
  models: await db.selectFrom('model').select(['name', 'part_numbers', 'revision']).orderBy('name_folded').execute(),
  audit: await db.selectFrom('audit').select('id').where('action', 'like', 'model.%').execute(),
});

test('the products of the demonstration are three lines, nine models and 21 part numbers, loaded once', async () => {
  await loadDemo(system, 'a password of this test');
  const once = await facts();
  await loadDemo(system, 'a password of this test');

  expect(await facts()).toEqual(once);
  expect(once.lines).toHaveLength(3);
  expect(once.models).toHaveLength(9);
  expect(once.models.reduce((sum, { part_numbers }) => sum + part_numbers, 0)).toBe(21);
  const { ends, owner, successor } = await db
    .selectFrom('model')
    .leftJoin('model as next', 'next.id', 'model.successor_id')
    .select(['model.security_ends_on as ends', 'model.owner_post_id as owner', 'next.name as successor'])
    .where('model.name', '=', 'MR-300')
    .executeTakeFirstOrThrow();
  expect([ends?.toString(), owner, successor]).toEqual(['2023-03-31', null, 'MR-1167']);
}, 60_000);
