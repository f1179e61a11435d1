import { expect, test } from 'vitest';
import { inventory } from '#inventory/contract';
import { aHouse } from '../../test/house.ts';

test('what a camera needs, contains, is called elsewhere and how much of it went where can be asked from both sides', async () => {
  const house = await aHouse();
  const { cookie } = await house.aSignedIn();
  const calls = house.callsOf(inventory, cookie);
  const line = await calls.createLine({ name: '家庭用カメラ' });
  const camera = await calls.createModel({ lineId: line.id, name: 'MC-220', kind: 'device' });
  const module = await calls.createModel({ lineId: line.id, name: 'NetStack', kind: 'module' });
  const cloud = await calls.createModel({ lineId: line.id, name: 'みはりクラウド', kind: 'service' });
  const board = await calls.createHardware({ modelId: camera.id, name: 'Rev A', soc: 'RTL8735' });
  const release = await calls.createRelease({
    modelId: camera.id,
    hardwareId: board.id,
    version: '1.0',
    state: 'shipped',
  });
  const part = await calls.createRelease({ modelId: module.id, version: '5.1', state: 'shipped' });
  await calls.createReleasePart({ releaseId: release.id, partId: part.id });
  await calls.createDependency({ modelId: camera.id, onModelId: cloud.id, note: '映像の保存' });
  const partner = await calls.createPartner({ name: '東都電機', contactPost: '品質保証部', email: 'psirt@example.jp' });
  await calls.createSoldAs({
    modelId: camera.id,
    partnerId: partner.id,
    direction: 'ours-under-theirs',
    name: 'ﾄｳﾄｶﾒﾗ',
    partNumbers: ['TC-9', 'ｔｃ-9'],
    markets: ['JP'],
  });
  for (const [month, region, units] of [
    ['2026-10', 'JP', 10],
    ['2026-11', '419', 5],
    ['2026-11', 'JP', 7],
  ] as const)
    await calls.createShipment({ releaseId: release.id, month, region, units });

  expect((await calls.listHardware({ q: 'rtl' })).items).toMatchObject([
    { id: board.id, releases: 1, model: { slug: 'mc-220' } },
  ]);
  expect((await calls.listReleaseParts({ part: part.id })).items).toMatchObject([
    { release: { version: '1.0', hardware: { name: 'Rev A' } } },
  ]);
  expect((await calls.listReleaseParts({ release: part.id })).items).toEqual([]);
  expect((await calls.listDependencies({ on: cloud.id })).items).toMatchObject([
    { model: { name: 'MC-220' }, note: '映像の保存' },
  ]);
  expect((await calls.listDependencies({ model: camera.id })).items).toMatchObject([{ on: { kind: 'service' } }]);
  expect((await calls.listPartners({})).items).toMatchObject([{ oursUnderTheirs: 1, theirsUnderOurs: 0 }]);
  expect(await calls.getPartner({ id: partner.id })).toMatchObject({
    mayChange: true,
    soldAs: [{ partNumbers: ['ｔｃ-9'] }],
  });
  expect((await calls.listSoldAs({ q: 'とうとかめら' })).items).toMatchObject([
    { partner: { contactPost: '品質保証部' } },
  ]);
  const sold = { kind: 'sold-as', sub: '東都電機 / MC-220', path: '/products/mc-220' };
  expect((await calls.search({ q: 'とうと' })).items).toMatchObject([sold]);
  expect((await calls.search({ q: 'TC-9' })).items).toMatchObject([sold]);
  const first = await calls.listShipments({ limit: 2 });
  const rest = await calls.listShipments({ limit: 2, after: first.next ?? '' });
  expect([...first.items, ...rest.items].map(({ month, units }) => `${month} ${units}`)).toEqual([
    '2026-11 7',
    '2026-11 5',
    '2026-10 10',
  ]);
  expect(await calls.sumShipments({ from: '2026-11' })).toEqual({
    units: 12,
    releases: 1,
    byRegion: [
      { region: 'JP', units: 7 },
      { region: '419', units: 5 },
    ],
    byMonth: [{ month: '2026-11', units: 12 }],
  });
}, 60_000);
