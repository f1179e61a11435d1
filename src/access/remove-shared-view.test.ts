import { beforeEach, expect, test } from 'vitest';
import { freshDatabase } from '../../test/database.ts';
import { aSignedInPerson, auditOf } from '../../test/sign-in.ts';
import { listViews } from './list-views.ts';
import { removeSharedView, restoreSharedView } from './remove-shared-view.ts';
import { changeView, createView } from './save-view.ts';

const house = await freshDatabase();
beforeEach(house.reset);

const everywhere = (role: 'administrator' | 'analyst') => ({ grants: [{ role, divisionId: null }] });
const anAdministrator = () => aSignedInPerson(house, everywhere('administrator'));
const anAnalyst = () => aSignedInPerson(house, { ...everywhere('analyst'), name: '小野 真理' });
const routers = { list: 'products' as const, name: 'ルーター', query: 'kind=device', shared: true };
type Tools = Awaited<ReturnType<typeof anAnalyst>>['tools'];
const namesOf = async (tools: Tools) => (await listViews(tools)).items.map(({ name }) => name);

test('an administrator removes what somebody else shares, for its owner too, and brings it back', async () => {
  const { tools } = await anAnalyst();
  const administrator = await anAdministrator();
  const { id } = await createView(tools, routers);

  await removeSharedView(administrator.tools, id);
  const without = [await namesOf(tools), await namesOf(administrator.tools)];
  await restoreSharedView(administrator.tools, id);

  expect(without).toEqual([[], []]);
  expect(await namesOf(tools)).toEqual(['ルーター']);
  expect((await listViews(administrator.tools)).items).toMatchObject([{ name: 'ルーター', shared: true, own: false }]);
});

test('the trail says who removed it and whose it was', async () => {
  const { tools } = await anAnalyst();
  const administrator = await anAdministrator();
  const { id } = await createView(tools, routers);

  await removeSharedView(administrator.tools, id);
  await restoreSharedView(administrator.tools, id);

  expect(await auditOf(house, 'view.remove')).toMatchObject([
    { actorName: '高橋 直人', subjectId: id, before: { list: 'products', owner: '小野 真理' }, after: null },
  ]);
  expect(await auditOf(house, 'view.restore')).toMatchObject([{ actorName: '高橋 直人', subjectId: id }]);
});

test('what its owner does not share is not there for anybody else', async () => {
  const { tools } = await anAnalyst();
  const administrator = await anAdministrator();
  const { id } = await createView(tools, { ...routers, shared: false });

  await expect(removeSharedView(administrator.tools, id)).rejects.toMatchObject({ code: 'not-found' });
  await changeView(tools, { id, shared: true });
  await expect(restoreSharedView(administrator.tools, id)).rejects.toMatchObject({ code: 'not-found' });
});

test('it does not come back beside a view that took its name meanwhile', async () => {
  const { tools } = await anAnalyst();
  const administrator = await anAdministrator();
  const { id } = await createView(tools, routers);
  await removeSharedView(administrator.tools, id);
  await createView(tools, routers);

  const attempt = restoreSharedView(administrator.tools, id);

  await expect(attempt).rejects.toMatchObject({ details: { reason: 'name-taken', name: 'ルーター' } });
});
