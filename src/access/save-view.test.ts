import { beforeEach, expect, test } from 'vitest';
import { freshDatabase } from '../../test/database.ts';
import { aSignedInPerson, auditOf } from '../../test/sign-in.ts';
import { forgetExpired } from './forget-expired.ts';
import { listViews } from './list-views.ts';
import { mostViews } from './lists.ts';
import { changeView, createView, moveView, removeView, restoreView } from './save-view.ts';

const house = await freshDatabase();
beforeEach(house.reset);

const everywhere = (role: 'administrator' | 'reader') => ({ grants: [{ role, divisionId: null }] });
const anAnalyst = () => aSignedInPerson(house, everywhere('administrator'));
const aReader = () => aSignedInPerson(house, { ...everywhere('reader'), name: '小野 真理' });
const routers = { list: 'products' as const, name: 'ルーター', query: 'kind=device&q=MR', shared: false };
type Tools = Awaited<ReturnType<typeof anAnalyst>>['tools'];
const namesOf = async (tools: Tools) => (await listViews(tools)).items.map(({ name }) => name);

test('a view is seen by its owner alone until it is shared', async () => {
  const { tools } = await anAnalyst();
  const other = await aReader();

  const { id } = await createView(tools, routers);
  const alone = await namesOf(other.tools);
  await changeView(tools, { id, shared: true });

  expect(alone).toEqual([]);
  expect((await listViews(tools)).items).toMatchObject([{ ...routers, id, shared: true, own: true }]);
  expect((await listViews(other.tools)).items).toMatchObject([{ name: 'ルーター', own: false, by: '高橋 直人' }]);
});

test('what is shared is seen by those alone who may open its list', async () => {
  const { tools } = await anAnalyst();
  const other = await aReader();

  await createView(tools, { ...routers, list: 'audit', shared: true });

  expect(await namesOf(tools)).toEqual(['ルーター']);
  expect(await namesOf(other.tools)).toEqual([]);
  await expect(createView(other.tools, { ...routers, list: 'audit' })).rejects.toMatchObject({ code: 'not-allowed' });
});

test("somebody else's view is changed by nobody but its owner", async () => {
  const { tools } = await anAnalyst();
  const other = await aReader();
  const { id } = await createView(tools, { ...routers, shared: true });

  for (const attempt of [
    () => changeView(other.tools, { id, name: 'x' }),
    () => moveView(other.tools, { id, by: 'one-before' }),
    () => removeView(other.tools, id),
  ])
    await expect(attempt()).rejects.toMatchObject({ code: 'not-found' });
});

test('a name stands once among the own, in any width, and is free again when its view is removed', async () => {
  const { tools } = await anAnalyst();
  const { id } = await createView(tools, { ...routers, name: 'WiFi' });

  await expect(createView(tools, { ...routers, name: 'ＷＩＦＩ' })).rejects.toMatchObject({
    details: { reason: 'name-taken', name: 'WiFi' },
  });
  await createView(tools, { ...routers, list: 'vulnerabilities', name: 'WiFi' });
  await removeView(tools, id);
  await createView(tools, { ...routers, name: 'ＷＩＦＩ' });

  await expect(restoreView(tools, id)).rejects.toMatchObject({ details: { reason: 'name-taken' } });
});

test('a removed view comes back to its place', async () => {
  const { tools } = await anAnalyst();
  await createView(tools, { ...routers, name: 'a' });
  const { id } = await createView(tools, { ...routers, name: 'b' });
  await createView(tools, { ...routers, name: 'c' });

  await removeView(tools, id);
  const without = await namesOf(tools);
  await restoreView(tools, id);

  expect(without).toEqual(['a', 'c']);
  expect(await namesOf(tools)).toEqual(['a', 'b', 'c']);
});

test('a view moves among the own, and stops at the ends', async () => {
  const { tools } = await anAnalyst();
  await createView(tools, { ...routers, name: 'a' });
  await createView(tools, { ...routers, name: 'b' });
  const { id } = await createView(tools, { ...routers, name: 'c' });

  await moveView(tools, { id, by: 'one-before' });
  expect(await namesOf(tools)).toEqual(['a', 'c', 'b']);
  await moveView(tools, { id, by: 'one-before' });
  await moveView(tools, { id, by: 'one-before' });
  expect(await namesOf(tools)).toEqual(['c', 'a', 'b']);
});

test('a list keeps so many views of a person, also when they are made at once', async () => {
  const { tools } = await anAnalyst();
  const attempts = Array.from({ length: mostViews.own + 3 }, (_, index) =>
    createView(tools, { ...routers, name: `view ${index}` }),
  );

  const refused = (await Promise.allSettled(attempts)).filter(({ status }) => status === 'rejected');

  expect(refused).toHaveLength(3);
  expect(refused[0]).toMatchObject({ reason: { details: { reason: 'too-many', most: mostViews.own } } });
});

test('only what others see stands in the trail', async () => {
  const { tools } = await anAnalyst();
  const { id } = await createView(tools, routers);
  await changeView(tools, { id, name: 'ルーター全部' });
  const before = await auditOf(house, 'view.change');

  await changeView(tools, { id, shared: true });
  await changeView(tools, { id, query: 'kind=device' });
  await changeView(tools, { id, shared: false });

  expect(before).toEqual([]);
  expect(await auditOf(house, 'view.share')).toHaveLength(1);
  expect(await auditOf(house, 'view.change')).toMatchObject([
    { before: { query: 'kind=device&q=MR' }, after: { query: 'kind=device', list: 'products' } },
  ]);
  expect(await auditOf(house, 'view.unshare')).toHaveLength(1);
});

test('what was removed long ago is forgotten', async () => {
  const { tools } = await anAnalyst();
  const { id } = await createView(tools, routers);
  await removeView(tools, id);

  await forgetExpired({ ...house.system, now: () => house.system.now().add({ hours: 24 * 31 }) });

  await expect(restoreView(tools, id)).rejects.toMatchObject({ code: 'not-found' });
});
