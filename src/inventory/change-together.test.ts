import { beforeEach, expect, test } from 'vitest';
import { createDivision } from '#organization';
import { freshDatabase } from '../../test/database.ts';
import { auditOf } from '../../test/sign-in.ts';
import { changeTogether, pickModels, previewTogether, undoTogether } from './change-together.ts';
import { createLine } from './create-line.ts';
import { createModel } from './create-model.ts';
import { ProductFilter } from './filter.ts';
import { TogetherChange } from './model/together.ts';
import { NewModel } from './model.ts';
import { listSupportDateChanges } from './store/changes.ts';
import { listStanding } from './store/models.ts';
import { updateModel } from './update-model.ts';

const house = await freshDatabase();
const { db, aPerson, reset, told } = house;
beforeEach(reset);

const change = (said: object) => TogetherChange.parse(said);

async function threeModels() {
  const { tools } = await aPerson();
  const { id: lineId } = await createLine(tools, { name: 'Wi-Fiルーター' });
  const make = (name: string, said: object = {}) =>
    createModel(tools, NewModel.parse({ lineId, name, kind: 'device', tags: ['WPA2'], ...said }));
  const models = [
    await make('MR-1', { securityEndsOn: '2028-03-31' }),
    await make('MR-2', { securityEndsOn: '2030-03-31', safety: 'no' }),
    await make('MR-3'),
  ];
  told.length = 0;
  return { tools, lineId, models, ids: models.map(({ id }) => id) };
}
const factsOf = async (ids: string[]) =>
  new Map((await listStanding(db, ids)).map(({ facts }) => [facts.name, facts] as const));

test('many models change at once, told by one event, and each stands in the trail', async () => {
  const { tools, ids } = await threeModels();

  const done = await changeTogether(tools, {
    ids,
    change: change({ safety: 'no', addTags: ['ｕｐｎｐ', 'wpa2'], removeTags: [] }),
  });

  const facts = await factsOf(ids);
  expect(done.models).toBe(3);
  expect([...facts.values()].map(({ safety, tags }) => [safety, tags])).toEqual(
    Array(3).fill(['no', ['UPnP', 'WPA2']]),
  );
  expect(told).toEqual([{ event: 'models.changed', payload: { changeId: done.id } }]);
  expect(await auditOf(house, 'model.update')).toHaveLength(3);
});

test('what would change is told before, with what stands in its way', async () => {
  const { tools, ids } = await threeModels();

  expect(await previewTogether(tools, { ids, change: change({ safety: 'no' }) })).toMatchObject({
    changed: 2,
    same: 1,
  });
  expect(await previewTogether(tools, { ids, change: change({ securityEndsOn: '2029-03-31' }) })).toMatchObject({
    changed: 3,
    earlier: { count: 1, names: ['MR-2'] },
  });
});

test('one that may not change keeps all of them as they are', async () => {
  const { tools, ids, models } = await threeModels();
  const { id: divisionId } = await createDivision(tools, { name: '家庭用機器事業部' });
  const { id: foreignId } = await createDivision(tools, { name: '産業機器事業部' });
  await changeTogether(tools, { ids: ids.slice(0, 2), change: change({ divisionId }) });
  await changeTogether(tools, { ids: ids.slice(2), change: change({ divisionId: foreignId }) });
  const { tools: contact } = await aPerson([{ role: 'contact', divisionId }]);

  expect(await previewTogether(contact, { ids, change: change({ safety: 'yes' }) })).toMatchObject({
    changed: 3,
    foreign: { count: 1, names: ['MR-3'] },
  });
  await expect(changeTogether(contact, { ids, change: change({ safety: 'yes' }) })).rejects.toMatchObject({
    code: 'not-allowed',
  });
  expect((await factsOf([models[0]?.id ?? ''])).get('MR-1')?.safety).toBe('unknown');
  await changeTogether(contact, { ids: ids.slice(0, 2), change: change({ safety: 'yes' }) });
});

test('an end of support that moves earlier needs a reason, which its history keeps', async () => {
  const { tools, ids } = await threeModels();
  const earlier = { securityEndsOn: '2029-03-31' };

  await expect(changeTogether(tools, { ids, change: change(earlier) })).rejects.toMatchObject({
    details: { reason: 'reason-missing' },
  });
  await changeTogether(tools, { ids, change: change({ ...earlier, reason: 'チップの供給が終わるため' }) });

  expect((await listSupportDateChanges(db, ids[1] ?? ''))[0]).toMatchObject({ reason: 'チップの供給が終わるため' });
});

test('it is taken back as a whole, unless one was changed since', async () => {
  const { tools, ids, models, lineId } = await threeModels();
  const said = { ownerPostId: null, divisionId: null, markets: [], successorId: null, note: '変えた' };
  const updates = {
    updateHow: 'unknown',
    updateAutomatic: 'unknown',
    updateSigned: 'unknown',
    updateRollback: 'unknown',
  };
  const before = await factsOf(ids);

  const first = await changeTogether(tools, { ids, change: change({ securityEndsOn: null, reason: '未定に戻す' }) });
  await undoTogether(tools, { id: first.id });
  expect(await factsOf(ids)).toEqual(before);

  const second = await changeTogether(tools, { ids, change: change({ removeTags: ['WPA2'] }) });
  const revision = (await listStanding(db, ids)).find(({ id }) => id === ids[0])?.revision ?? 0;
  const one = { lineId, name: 'MR-1', kind: 'device', ...said, ...updates } as const;
  await updateModel(tools, { id: models[0]?.id ?? '', revision, ...one } as never);
  await expect(undoTogether(tools, { id: second.id })).rejects.toMatchObject({
    details: { reason: 'changed-since', names: ['MR-1'] },
  });
});

test('all that match are picked, and what was removed is left out', async () => {
  const { tools, ids } = await threeModels();

  expect((await pickModels(tools, ProductFilter.parse({ q: 'ｍｒ', safety: 'unknown' }))).ids).toEqual([
    ids[0],
    ids[2],
  ]);
  expect((await pickModels(tools, ProductFilter.parse({ model: ids.slice(1).join(',') }))).ids).toEqual(ids.slice(1));
});
