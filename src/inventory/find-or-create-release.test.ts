import { beforeEach, expect, test } from 'vitest';
import { freshDatabase } from '../../test/database.ts';
import { aCatalogue } from '../../test/registers.ts';
import { findOrCreateRelease } from './find-or-create-release.ts';
import { ReleaseFacts } from './model/registers.ts';
import { hardware } from './register/hardware.ts';
import { releases } from './register/releases.ts';
import { createEntry } from './register/write-entry.ts';

const { aPerson, reset, db } = await freshDatabase();
beforeEach(reset);

type Asked = Parameters<typeof findOrCreateRelease>[2];
const ask = (tools: Awaited<ReturnType<typeof aCatalogue>>['tools'], asked: Asked) =>
  tools.db.transaction().execute((transaction) => findOrCreateRelease(transaction, tools, asked));

test('a release is found however its names are written, also one for a certain hardware', async () => {
  const { tools, release, camera } = await aCatalogue(aPerson);
  const board = await createEntry(tools, hardware, { modelId: camera.id, name: 'A', soc: '', board: '', note: '' });
  const onBoard = ReleaseFacts.parse({ modelId: camera.id, hardwareId: board.id, version: '2.0', state: 'shipped' });
  const { id } = await createEntry(tools, releases, onBoard);

  expect(await ask(tools, { modelName: 'ｍｃ 220', version: '１.0', create: true })).toEqual({
    id: release.id,
    created: false,
  });
  expect(await ask(tools, { modelName: 'MC-220', version: '2.0', create: false })).toEqual({ id, created: false });
});

test('a version that stands for several hardware revisions is asked back, not guessed', async () => {
  const { tools, camera } = await aCatalogue(aPerson);
  for (const name of ['A', 'B']) {
    const board = await createEntry(tools, hardware, { modelId: camera.id, name, soc: '', board: '', note: '' });
    const facts = ReleaseFacts.parse({ modelId: camera.id, hardwareId: board.id, version: '2.0', state: 'shipped' });
    await createEntry(tools, releases, facts);
  }

  await expect(ask(tools, { modelName: 'MC-220', version: '2.0', create: true })).rejects.toMatchObject({
    code: 'conflict',
    details: { reason: 'release-ambiguous', names: ['2.0@A', '2.0@B'] },
  });
  expect(await ask(tools, { modelName: 'MC-220', version: '2.0@B', create: false })).toMatchObject({ created: false });
});

test('what is missing is made in one change, once, when several builds ask at the same time', async () => {
  const { tools } = await aCatalogue(aPerson);
  const asked = { lineName: 'ルーター', modelName: 'RT-1', version: '7', create: true };

  const made = await Promise.all([1, 2, 3].map(() => ask(tools, asked)));

  expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  expect(made.filter(({ created }) => created).length).toBe(1);
  const row = await db
    .selectFrom('release as r')
    .innerJoin('model as m', 'm.id', 'r.model_id')
    .innerJoin('product_line as l', 'l.id', 'm.line_id')
    .select(['l.name as line', 'm.name as model', 'm.kind', 'r.version', 'r.state'])
    .where('r.id', '=', made[0]?.id ?? '')
    .executeTakeFirst();
  expect(row).toEqual({ line: 'ルーター', model: 'RT-1', kind: 'device', version: '7', state: 'in-development' });
});

test('nothing is made unasked, nor by who may not; then nothing of it stays', async () => {
  const { tools } = await aCatalogue(aPerson);
  const { tools: reader } = await aPerson([{ role: 'reader', divisionId: null }], '高橋 花');
  const asked = { lineName: 'ルーター', modelName: 'RT-1', version: '7' };

  await expect(ask(tools, { ...asked, create: false })).rejects.toMatchObject({ code: 'not-found' });
  await expect(ask(reader, { ...asked, create: true })).rejects.toMatchObject({ code: 'not-allowed' });

  const lines = await db.selectFrom('product_line').select('name').execute();
  expect(lines).toEqual([{ name: '家庭用カメラ' }]);
});

test('who may write in one division alone makes models of that division', async () => {
  const { division } = await aCatalogue(aPerson);
  const { tools } = await aPerson([{ role: 'contact', divisionId: division.id }], '高橋 花');

  await ask(tools, { lineName: 'ルーター', modelName: 'RT-1', version: '7', create: true });

  const made = await db.selectFrom('model').select('division_id').where('name', '=', 'RT-1').executeTakeFirst();
  expect(made?.division_id).toBe(division.id);
});
