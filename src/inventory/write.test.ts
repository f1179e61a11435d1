import { beforeEach, expect, test } from 'vitest';
import { freshDatabase, noon } from '../../test/database.ts';
import { createLine } from './create-line.ts';
import { createModel } from './create-model.ts';
import { NewModel } from './model.ts';
import { removeLine, restoreLine } from './remove-line.ts';
import { removeModel, restoreModel } from './remove-model.ts';
import { renameLine } from './rename-line.ts';
import { setSupportDate } from './set-support-date.ts';
import { listStanding } from './store/models.ts';
import { replacePartNumbers, updateModel } from './update-model.ts';

const { db, aPerson, reset, told, system } = await freshDatabase();
beforeEach(reset);

const said = {
  ownerPostId: null,
  divisionId: null,
  markets: ['JP'],
  updateHow: 'over-the-air' as const,
  updateAutomatic: 'yes' as const,
  updateSigned: 'yes' as const,
  updateRollback: 'no' as const,
  successorId: null,
  note: '',
};

async function aCatalogue() {
  const { tools } = await aPerson();
  const line = await createLine(tools, { name: '家庭用カメラ' });
  const model = await createModel(
    tools,
    NewModel.parse({
      lineId: line.id,
      name: 'MC-220',
      kind: 'device',
      markets: ['JP', 'DE', 'JP'],
      partNumbers: [{ number: 'MC-220-W', note: '白' }, { number: 'MC-220-K' }],
      securityEndsOn: '2028-03-31',
    }),
  );
  return { tools, line, model };
}

const factsOf = async (id: string) => (await listStanding(db, [id]))[0]?.facts;

test('a model stands as it was written, and the audit trail and the event say so', async () => {
  const { model, tools } = await aCatalogue();

  expect(await factsOf(model.id)).toMatchObject({
    name: 'MC-220',
    markets: ['DE', 'JP'],
    updateHow: 'unknown',
    securityEndsOn: '2028-03-31',
    partNumbers: [
      { number: 'MC-220-K', note: '' },
      { number: 'MC-220-W', note: '白' },
    ],
    removed: false,
  });
  const audit = await db.selectFrom('audit').select(['action', 'actor_name', 'subject_name']).orderBy('id').execute();
  expect(audit).toEqual([
    { action: 'product-line.create', actor_name: tools.viewer.name, subject_name: '家庭用カメラ' },
    { action: 'model.create', actor_name: tools.viewer.name, subject_name: 'MC-220' },
  ]);
  expect(told).toEqual([{ event: 'models.changed', payload: { changeId: expect.any(String) } }]);
});

test.each([['ＭＣ－２２０'], ['mc 220'], ['MC‐220']])('the name %s is taken', async (name) => {
  const { tools, line, model } = await aCatalogue();

  const attempt = createModel(tools, NewModel.parse({ lineId: line.id, name, kind: 'device' }));

  await expect(attempt).rejects.toMatchObject({
    code: 'conflict',
    details: { reason: 'name-taken', modelId: model.id },
  });
});

test('a part number belongs to one model, however it is written', async () => {
  const { tools, line } = await aCatalogue();

  const attempt = createModel(
    tools,
    NewModel.parse({ lineId: line.id, name: 'MC-230', kind: 'device', partNumbers: [{ number: 'ｍｃ－２２０－ｗ' }] }),
  );

  await expect(attempt).rejects.toMatchObject({
    code: 'conflict',
    details: { reason: 'number-taken', number: 'MC-220-W', modelName: 'MC-220' },
  });
});

test('who changes what somebody else has changed meanwhile is told who and what', async () => {
  const { tools, model, line } = await aCatalogue();
  const { tools: other } = await aPerson(undefined, '高橋 健');
  await setSupportDate(other, { ...model, kind: 'security', endsOn: '2029-03-31', reason: '' });

  const attempt = updateModel(tools, { ...model, ...said, lineId: line.id, name: 'MC-220', kind: 'device' });

  await expect(attempt).rejects.toMatchObject({
    code: 'conflict',
    details: {
      reason: 'changed-since',
      revision: 2,
      changes: [{ by: '高橋 健', before: { securityEndsOn: '2028-03-31' }, after: { securityEndsOn: '2029-03-31' } }],
    },
  });
});

test.each([
  ['divisionId', 'division'],
  ['ownerPostId', 'owner'],
  ['successorId', 'successor'],
  ['buildKeyPostId', 'key-keeper'],
] as const)('a %s that does not exist is refused as such', async (field, what) => {
  const { tools, model } = await aCatalogue();
  const facts = await factsOf(model.id);

  const change = updateModel(tools, { ...facts, ...model, [field]: '00000000-0000-7000-8000-000000000000' } as never);

  await expect(change).rejects.toMatchObject({ code: 'invalid', details: { reason: 'choice-gone', what } });
});

test('an update that says nothing new changes nothing', async () => {
  const { tools, model } = await aCatalogue();
  told.length = 0;
  const {
    partNumbers: _,
    removed: __,
    ...facts
  } = (await factsOf(model.id)) as NonNullable<Awaited<ReturnType<typeof factsOf>>>;

  const answer = await updateModel(tools, { ...facts, ...model });

  expect(answer.revision).toBe(1);
  expect(told).toEqual([]);
});

test.each([
  ['earlier', '2027-03-31'],
  ['away', null],
])('an end date moves %s only with a reason', async (_, endsOn) => {
  const { tools, model } = await aCatalogue();

  const attempt = setSupportDate(tools, { ...model, kind: 'security', endsOn, reason: '' });
  await expect(attempt).rejects.toMatchObject({
    code: 'invalid',
    details: { reason: 'reason-missing', kind: 'security' },
  });
  await setSupportDate(tools, { ...model, kind: 'security', endsOn, reason: '部品の供給終了' });

  const history = await db
    .selectFrom('support_date_change')
    .select(['reason', 'from_on', 'to_on'])
    .orderBy('revision')
    .execute();
  expect(
    history.map(({ reason, from_on, to_on }) => [reason, from_on?.toString() ?? null, to_on?.toString() ?? null]),
  ).toEqual([
    ['', null, '2028-03-31'],
    ['部品の供給終了', '2028-03-31', endsOn],
  ]);
});

test('part numbers that stay keep their identity, and those that go can be given to another model', async () => {
  const { tools, line, model } = await aCatalogue();
  const before = await factsOf(model.id);

  await replacePartNumbers(tools, { ...model, partNumbers: [{ number: 'mc-220-w', note: 'ホワイト' }] });
  await createModel(
    tools,
    NewModel.parse({ lineId: line.id, name: 'MC-230', kind: 'device', partNumbers: [{ number: 'MC-220-K' }] }),
  );

  const white = before?.partNumbers.find(({ number }) => number === 'MC-220-W');
  expect((await factsOf(model.id))?.partNumbers).toEqual([{ id: white?.id, number: 'mc-220-w', note: 'ホワイト' }]);
});

test('a removed model comes back with its part numbers and its predecessors', async () => {
  const { tools, line, model } = await aCatalogue();
  const old = await createModel(
    tools,
    NewModel.parse({ lineId: line.id, name: 'MC-120', kind: 'device', successorId: model.id }),
  );
  const before = await factsOf(model.id);

  const removed = await removeModel(tools, model);
  expect((await factsOf(old.id))?.successorId).toBeNull();
  expect((await factsOf(model.id))?.partNumbers).toEqual([]);
  await restoreModel(tools, removed);

  expect(await factsOf(model.id)).toEqual(before);
  expect((await factsOf(old.id))?.successorId).toBe(model.id);
});

test('a removed model does not come back over a new one of its name', async () => {
  const { tools, line, model } = await aCatalogue();
  const removed = await removeModel(tools, model);
  await createModel(tools, NewModel.parse({ lineId: line.id, name: 'ＭＣ－２２０', kind: 'device' }));

  await expect(restoreModel(tools, removed)).rejects.toMatchObject({
    code: 'conflict',
    details: { reason: 'name-taken' },
  });
});

test('models cannot succeed each other in a circle', async () => {
  const { tools, line, model } = await aCatalogue();
  const old = await createModel(
    tools,
    NewModel.parse({ lineId: line.id, name: 'MC-120', kind: 'device', successorId: model.id }),
  );

  const attempt = updateModel(tools, {
    ...model,
    ...said,
    lineId: line.id,
    name: 'MC-220',
    kind: 'device',
    successorId: old.id,
  });

  await expect(attempt).rejects.toMatchObject({ code: 'conflict', details: { reason: 'successor-circle' } });
});

test('a line is renamed once by two who saw the same, and removed only when it is empty', async () => {
  const { tools, line, model } = await aCatalogue();

  const renamed = await renameLine(tools, { ...line, name: '見守りカメラ' });
  await expect(renameLine(tools, { ...line, name: 'カメラ' })).rejects.toMatchObject({
    code: 'conflict',
    details: { reason: 'changed-since', by: tools.viewer.name, name: '見守りカメラ' },
  });
  await expect(removeLine(tools, renamed)).rejects.toMatchObject({
    code: 'conflict',
    details: { reason: 'has-models', models: 1 },
  });
  await removeModel(tools, model);
  const removed = await removeLine(tools, renamed);
  await restoreLine(tools, removed);

  expect(await db.selectFrom('product_line').select(['name', 'removed_at', 'revision']).execute()).toEqual([
    { name: '見守りカメラ', removed_at: null, revision: 4 },
  ]);
});

test('who writes for one division changes neither models of another nor their line', async () => {
  const { tools, line, model } = await aCatalogue();
  const divisionId = '01900000-0000-7000-8000-000000000001';
  await system.db
    .insertInto('division')
    .values({ id: divisionId, name: '産業機器事業部', folded: '産業機器事業部', position: 1, created_at: noon })
    .execute();
  const { tools: contact } = await aPerson([{ role: 'contact', divisionId }]);

  const own = await createModel(
    contact,
    NewModel.parse({ lineId: line.id, name: 'MG-10', kind: 'device', divisionId }),
  );

  const refused = { code: 'not-allowed', details: { reason: 'division' } };
  await expect(
    setSupportDate(contact, { ...model, kind: 'security', endsOn: '2030-01-01', reason: '' }),
  ).rejects.toMatchObject(refused);
  await expect(renameLine(contact, { ...line, name: 'カメラ' })).rejects.toMatchObject(refused);
  await expect(
    updateModel(contact, { ...own, ...said, lineId: line.id, name: 'MG-10', kind: 'device', divisionId: null }),
  ).rejects.toMatchObject(refused);
  await setSupportDate(contact, { ...own, kind: 'security', endsOn: '2030-01-01', reason: '' });
  expect(tools.viewer.name).toBe('佐藤 美咲');
});
