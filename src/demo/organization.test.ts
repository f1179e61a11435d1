import { expect, test } from 'vitest';
import { listDivisions, listPosts } from '#organization';
import { freshDatabase } from '../../test/database.ts';
import { loadOrganization } from './organization.ts';

const { system, db } = await freshDatabase();

test('the organization of the demonstration is loaded once, however often it is loaded', async () => {
  const { accounts, postIds } = await loadOrganization(system, 'kamera-mimamori-24');
  const again = await loadOrganization(system, 'kamera-mimamori-24');

  expect(again.postIds).toEqual(postIds);
  const divisions = (await listDivisions(system)).items;
  expect(divisions.map(({ name }) => name).slice(0, 2)).toEqual(['カメラ事業部', 'ネットワーク事業部']);
  expect(divisions.filter(({ vacant }) => vacant > 0).map(({ name }) => name)).toEqual(['産業機器事業部']);
  const { items } = await listPosts(system, {}, { limit: 50 });
  expect(items).toHaveLength(11);
  expect(items[0]).toMatchObject({
    name: '事業部窓口',
    holder: { person: { name: '小野 真理' }, absence: { kind: 'leave' } },
    acting: { person: { name: '松本 葵' }, as: 'deputy' },
  });
  expect(accounts).toContainEqual({ name: '佐藤 美咲', email: 'sato@mihari.example.jp', role: 'analyst' });
  const { people } = await db
    .selectFrom('person')
    .select((eb) => eb.fn.countAll<number>().as('people'))
    .executeTakeFirstOrThrow();
  expect(people).toBe(accounts.length);
}, 60_000);
