import { expect, test } from 'vitest';
import { readCsv } from '#formats/csv';
import { aHouse } from '../../test/house.ts';
import { organization } from './contract.ts';

const house = await aHouse();
const admin = await house.aSignedIn(['administrator']);
const reader = await house.aSignedIn(['reader'], { name: '高橋 健' });
const api = house.callsOf(organization, admin.cookie);

async function aDivision(name: string, posts: string[]) {
  const { id } = await api.createDivision({ name });
  for (const post of posts) await api.createPost({ divisionId: id, name: post, role: 'contact' });
  return id;
}

const camera = await aDivision('カメラ事業部', ['事業部窓口', '品質窓口']);
const network = await aDivision('ネットワーク事業部', ['事業部窓口']);
const names = async (input: Parameters<typeof api.listPosts>[0] = {}) =>
  (await api.listPosts(input)).items.map(({ division, name }) => `${division.name} ${name}`);

test('posts stand in the order of the company, page by page', async () => {
  const first = await api.listPosts({ limit: 2 });
  const second = await api.listPosts({ limit: 2, after: first.next ?? '' });

  const all = [...first.items, ...second.items].map(({ division, name }) => `${division.name} ${name}`);
  expect(all).toEqual(['カメラ事業部 事業部窓口', 'カメラ事業部 品質窓口', 'ネットワーク事業部 事業部窓口']);
  expect(second.next).toBeNull();

  await api.orderDivisions({ ids: [network, camera] });
  expect((await names())[0]).toBe('ネットワーク事業部 事業部窓口');
  expect((await api.listDivisions()).items.map(({ name, posts, vacant }) => [name, posts, vacant])).toEqual([
    ['ネットワーク事業部', 1, 1],
    ['カメラ事業部', 2, 2],
  ]);
  await api.orderDivisions({ ids: [camera, network] });
});

test('posts are found by their name, their division and who holds them, in any width', async () => {
  const [post] = (await api.listPosts({ divisionId: network })).items;
  const move = { postId: post?.id ?? '', kind: 'holder' as const, toPersonId: reader.person.id };
  await api.handOver({ moves: [move], effectiveOn: '2026-11-01' });

  expect(await names({ q: 'ﾈｯﾄﾜｰｸ' })).toEqual(['ネットワーク事業部 事業部窓口']);
  expect(await names({ q: '高橋健' })).toEqual(['ネットワーク事業部 事業部窓口']);
  expect(await names({ personId: reader.person.id })).toEqual(['ネットワーク事業部 事業部窓口']);
  expect(await names({ vacant: 'true' })).toHaveLength(2);
  expect(await names({ q: '100%' })).toEqual([]);
  expect((await api.search({ q: '事業部窓口' })).items).toMatchObject([
    { kind: 'post', title: 'カメラ事業部 事業部窓口', holder: null },
    { kind: 'post', title: 'ネットワーク事業部 事業部窓口', holder: '高橋 健' },
  ]);
  expect((await api.findPeople({ q: '高橋' })).items).toMatchObject([{ name: '高橋 健', absence: null }]);
});

test('a name is given once, a removed division comes back, one with posts stays', async () => {
  const { id } = await api.createDivision({ name: 'OEM営業部' });
  await expect(api.createDivision({ name: 'ＯＥＭ営業部' })).rejects.toMatchObject({
    problem: { status: 409, details: { obstacle: 'name-taken' } },
  });
  await expect(api.removeDivision({ id: camera })).rejects.toMatchObject({
    problem: { details: { obstacle: 'has-posts', posts: 2 } },
  });

  await api.removeDivision({ id });
  const other = await api.createDivision({ name: 'OEM営業部' });
  await expect(api.restoreDivision({ id })).rejects.toMatchObject({ problem: { details: { obstacle: 'name-taken' } } });
  await api.renameDivision({ id: other.id, name: 'OEM第二営業部' });
  await api.restoreDivision({ id });

  expect((await api.listDivisions()).items.map(({ name }) => name)).toEqual([
    'カメラ事業部',
    'ネットワーク事業部',
    // It is back in its place.
    'OEM営業部',
    'OEM第二営業部',
  ]);
});

test('a reader reads and changes nothing; an outsider does neither', async () => {
  const reading = house.callsOf(organization, reader.cookie);
  expect((await reading.listPosts({})).items).toHaveLength(3);
  await expect(reading.createDivision({ name: 'x' })).rejects.toMatchObject({ problem: { status: 403 } });
  await expect(reading.findPeople({})).rejects.toMatchObject({ problem: { status: 403 } });
  await expect(house.callsOf(organization).listPosts({})).rejects.toMatchObject({ problem: { status: 401 } });
});

test('the posts are taken home, with the filters of the list', async () => {
  const file = await admin.fetch('/api/posts/export?format=csv-cp932&vacant=true');

  const { document, problems } = readCsv(new Uint8Array(await file.arrayBuffer()));
  expect(problems).toEqual([]);
  expect(document.encoding).toBe('cp932');
  expect(document.header.slice(0, 5)).toEqual(['部門', '担当', '担当の内容', '役割', '主担当']);
  expect(document.rows.map(({ cells }) => cells.slice(0, 4))).toEqual([
    ['カメラ事業部', '事業部窓口', '', '事業部窓口'],
    ['カメラ事業部', '品質窓口', '', '事業部窓口'],
  ]);
});
