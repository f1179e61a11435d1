import { expect, test } from 'vitest';
import { freshDatabase } from '../../test/database.ts';
import { loadDemo } from './load-demo.ts';

const { system, db } = await freshDatabase();

const facts = async () => ({
  lines: await db.selectFrom('product_line').select(['name', 'revision']).orderBy('name_folded').execute(),
  models: await db.selectFrom('model').select(['name', 'part_numbers', 'revision']).orderBy('name_folded').execute(),
  releases: await db.selectFrom('release').select(['version', 'revision']).orderBy('key').execute(),
  imports: await db.selectFrom('sbom_import').select(['state', 'file_name']).orderBy('received_at').execute(),
  recordImports: await db.selectFrom('intelligence_import').select(['names', 'state']).execute(),
  units: await db
    .selectFrom('model_tally')
    .select(({ fn }) => fn.sum<number>('units').as('all'))
    .executeTakeFirst(),
  audit: await db.selectFrom('audit').select('id').where('action', 'like', 'model.%').execute(),
});

test('the products of the demonstration are three lines, ten models and 21 part numbers, loaded once', async () => {
  await loadDemo(system, 'a password of this test');
  const once = await facts();
  await loadDemo(system, 'a password of this test');

  expect(await facts()).toEqual(once);
  expect(once.recordImports).toHaveLength(1);
  expect(once.lines).toHaveLength(3);
  expect(once.models).toHaveLength(10);
  expect(once.models.reduce((sum, { part_numbers }) => sum + part_numbers, 0)).toBe(21);
  const { ends, owner, successor } = await db
    .selectFrom('model')
    .leftJoin('model as next', 'next.id', 'model.successor_id')
    .select(['model.security_ends_on as ends', 'model.owner_post_id as owner', 'next.name as successor'])
    .where('model.name', '=', 'MR-300')
    .executeTakeFirstOrThrow();
  expect([ends?.toString(), owner, successor]).toEqual(['2023-03-31', null, 'MR-1167']);
}, 60_000);

test('its releases have what the story needs: two versions of OpenSSL, a module in three, old parts entered by hand', async () => {
  await loadDemo(system, 'a password of this test');

  const { releases, imports, units } = await facts();
  expect(releases).toHaveLength(19);
  expect(new Set(imports.map(({ state }) => state))).toEqual(new Set(['stored']));
  expect(Number(units?.all)).toBe(344_020);
  const within = await db
    .selectFrom('release_component as rc')
    .innerJoin('component as c', 'c.id', 'rc.component_id')
    .innerJoin('release as r', 'r.key', 'rc.release_key')
    .innerJoin('model as m', 'm.id', 'r.model_id')
    .select(['m.name as model', 'r.version', 'c.name', 'c.version as of'])
    .where('c.name', 'in', ['openssl', 'hostapd', 'Realtek Jungle SDK'])
    .orderBy('r.key')
    .execute();
  const having = (name: string) =>
    within.filter((row) => row.name === name).map(({ model, version, of }) => `${model} ${version}: ${of}`);
  expect(having('openssl')).toEqual(expect.arrayContaining(['MR-1167 1.4.7: 1.1.1k', 'MR-1167 1.5.0: 1.1.1l']));
  expect(having('hostapd').filter((line) => line.startsWith('MR-'))).toHaveLength(4);
  expect(having('Realtek Jungle SDK')).toEqual(['MR-300 1.0.9: 3.4.11']);
}, 60_000);
