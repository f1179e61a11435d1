import { beforeEach, expect, test } from 'vitest';
import { createDivision } from '#organization';
import { freshDatabase } from '../../test/database.ts';
import { canonicalTags } from './canonical-tags.ts';
import { createTag, removeTag, updateTag } from './change-tags.ts';
import { createLine } from './create-line.ts';
import { createModel } from './create-model.ts';
import { exportKeywords, exportTags, listTags } from './list-tags.ts';
import { NewModel } from './model.ts';
import { removeModel, restoreModel } from './remove-model.ts';
import { listStanding } from './store/models.ts';
import { countTags } from './store/tags.ts';

const { db, aPerson, reset } = await freshDatabase();
beforeEach(reset);

async function aModel(tags: string[], name = 'MC-220') {
  const { tools } = await aPerson();
  const lineId = (await createLine(tools, { name: `${name}のシリーズ` })).id;
  const model = await createModel(tools, NewModel.parse({ lineId, name, kind: 'device', tags }));
  return { tools, model };
}
const tagsOf = async (id: string) => (await listStanding(db, [id]))[0]?.facts.tags;
const page = (tools: Parameters<typeof listTags>[0], filter = {}) => listTags(tools, { limit: 50, ...filter });

test('what a person types is kept as the list writes it, and joins it when it is new', async () => {
  const { tools, model } = await aModel(['ＷＰＡ２', 'onvif', '独自プロトコルX', 'wpa2']);
  const other = await aModel(['独自プロトコルｘ'], 'MC-230');

  expect(await tagsOf(model.id)).toEqual(['ONVIF', 'WPA2', '独自プロトコルX']);
  expect(await tagsOf(other.model.id)).toEqual(['独自プロトコルX']);
  expect((await page(tools)).items).toEqual([
    { name: 'ONVIF', note: '', models: 1, releases: 0 },
    { name: 'WPA2', note: '', models: 1, releases: 0 },
    { name: '独自プロトコルX', note: '', models: 2, releases: 0 },
  ]);
});

test('the tags of many things are written with two statements, in the order of the things', async () => {
  const { tools } = await aPerson();
  await createTag(tools, { name: 'Smart Relay', note: '' });

  const written = await tools.db
    .transaction()
    .execute((transaction) => canonicalTags(transaction, [['smart relay', 'TLS'], [], ['tls', 'SMART RELAY']]));

  expect(written).toEqual([['Smart Relay', 'TLS'], [], ['Smart Relay', 'TLS']]);
});

test('two people who add the same technology at once get one', async () => {
  const { tools } = await aPerson();
  const write = (name: string) =>
    tools.db.transaction().execute((transaction) => canonicalTags(transaction, [[name, 'MQTT']]));

  const written = await Promise.all(['Mihari Link', 'MIHARI LINK', 'mihari link'].map(write));

  expect(new Set(written.map(String)).size).toBe(1);
  expect(await countTags(db)).toEqual({ all: 2, used: 0 });
});

test('a tag in use stays; one that nothing carries is removed, and its deeds stand in the trail', async () => {
  const { tools, model } = await aModel(['UPnP']);
  await createTag(tools, { name: 'upnp 2', note: '次の版' });

  await expect(createTag(tools, { name: 'UPNP', note: '' })).rejects.toMatchObject({
    code: 'conflict',
    details: { reason: 'name-taken', name: 'UPnP' },
  });
  await expect(removeTag(tools, { name: 'upnp' })).rejects.toMatchObject({
    code: 'conflict',
    details: { reason: 'tag-in-use', models: 1, releases: 0 },
  });
  expect(await updateTag(tools, { name: 'UPnP', note: '家庭内の発見', was: '' })).toEqual({
    name: 'UPnP',
    note: '家庭内の発見',
  });
  await expect(updateTag(tools, { name: 'UPnP', note: '', was: '' })).rejects.toMatchObject({ code: 'conflict' });
  expect(await removeTag(tools, { name: 'upnp 2' })).toEqual({ name: 'upnp 2', note: '次の版' });

  await removeModel(tools, { id: model.id, revision: 1 });
  await removeTag(tools, { name: 'UPnP' });
  await restoreModel(tools, { id: model.id, revision: 2 });
  expect((await page(tools)).items).toEqual([{ name: 'UPnP', note: '', models: 1, releases: 0 }]);
  const trail = await db
    .selectFrom('audit')
    .select(['action', 'subject_name as name'])
    .where('subject_kind', '=', 'technology-tag')
    .orderBy('id')
    .execute();
  expect(trail.map(({ action, name }) => `${action} ${name}`)).toEqual([
    'technology-tag.create upnp 2',
    'technology-tag.update UPnP',
    'technology-tag.remove upnp 2',
    'technology-tag.remove UPnP',
  ]);
});

test('who answers for one division alone adds to the list and takes nothing away', async () => {
  const { tools: all } = await aPerson();
  const { id: divisionId } = await createDivision(all, { name: 'カメラ事業部' });
  const { tools } = await aPerson([{ role: 'contact', divisionId }]);

  await createTag(tools, { name: 'Zigbee', note: '' });

  await expect(removeTag(tools, { name: 'Zigbee' })).rejects.toMatchObject({ code: 'not-allowed' });
  await expect(updateTag(tools, { name: 'Zigbee', note: 'x', was: '' })).rejects.toMatchObject({ code: 'not-allowed' });
});

test('the list is found by name and note, page by page, and taken along; the keywords are what is in use', async () => {
  const { tools } = await aModel(['TLS', 'SSH']);
  await createTag(tools, { name: 'Telnet', note: '保守口だけ' });

  const first = await page(tools, { limit: 2 });
  const second = await page(tools, { limit: 2, after: first.next });
  expect([...first.items, ...second.items].map(({ name }) => name)).toEqual(['SSH', 'Telnet', 'TLS']);
  expect((await page(tools, { q: '保守' })).items.map(({ name }) => name)).toEqual(['Telnet']);
  expect((await page(tools, { used: 'no' })).items.map(({ name }) => name)).toEqual(['Telnet']);

  const taken = { format: 'csv', language: 'ja' } as const;
  const lines = async (file: File) => (await file.text()).trim().split('\r\n');
  expect(await lines(await exportTags(tools, taken))).toEqual([
    '技術タグ,備考,機種数,リリース数',
    'SSH,,1,0',
    'Telnet,保守口だけ,0,0',
    'TLS,,1,0',
  ]);
  expect(await lines(await exportKeywords(tools, taken))).toEqual(['キーワード', 'SSH', 'TLS']);
});
