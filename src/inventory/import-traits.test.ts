import { beforeEach, expect, test } from 'vitest';
import { createDivision, createPost } from '#organization';
import { freshDatabase } from '../../test/database.ts';
import { applyImport } from './apply-import.ts';
import { createTag } from './change-tags.ts';
import { exportProducts } from './export-products.ts';
import { getModel } from './get-model.ts';
import { previewImport } from './preview-import.ts';
import { countTags } from './store/tags.ts';
import { undoImport } from './undo-import.ts';

const { db, aPerson, reset } = await freshDatabase();
beforeEach(reset);

const file = (...lines: string[]) => new File([lines.join('\r\n')], '台帳.csv');
const header = 'シリーズ,機種,人体への影響,技術,リポジトリ,ビルドイメージ,署名鍵,ビルド担当,最終ビルド日';

async function aCompany() {
  const { tools } = await aPerson();
  const { id: divisionId } = await createDivision(tools, { name: 'カメラ事業部' });
  await createPost(tools, { divisionId, name: '鍵の管理', duties: '', role: null });
  await createTag(tools, { name: 'Mihari Link', note: '' });
  return tools;
}

test('technologies, safety and what is needed to build come from a file as the lists write them, and go with its undo', async () => {
  const tools = await aCompany();

  const { id, preview } = await previewImport(tools, {
    file: file(
      header,
      'カメラ,MC-220,あり,"wpa2、MIHARI LINK,独自のもの",git/camera,image:2,カメラ事業部/鍵の管理,第二開発課,令和8年11月2日',
    ),
  });
  expect(preview.errors).toEqual([]);
  expect(Object.fromEntries(preview.models[0]?.facts.map(({ key, after }) => [key, after]) ?? [])).toMatchObject({
    safety: 'yes',
    tags: 'Mihari Link, WPA2, 独自のもの',
    buildKey: 'カメラ事業部/鍵の管理',
    rebuiltOn: '2026-11-02',
  });
  await applyImport(tools, { id });

  expect(await getModel(tools, { id: 'mc-220' })).toMatchObject({
    safety: 'yes',
    tags: ['Mihari Link', 'WPA2', '独自のもの'],
    buildSource: 'git/camera',
    buildToolchain: 'image:2',
    buildKeyKeeper: { name: '鍵の管理' },
    buildPeople: '第二開発課',
    rebuiltOn: '2026-11-02',
  });
  const exported = await (await exportProducts(tools, { format: 'csv', language: 'en' })).text();
  expect(exported).toContain(
    'Yes,"Mihari Link, WPA2, 独自のもの",git/camera,image:2,カメラ事業部/鍵の管理,第二開発課,2026/11/02',
  );
  expect(await countTags(db)).toEqual({ all: 3, used: 3 });
  await undoImport(tools, { id });
  expect(await countTags(db)).toEqual({ all: 3, used: 0 });
});

test('a column that the file has not leaves its fact; an empty cell empties it', async () => {
  const tools = await aCompany();
  const first = await previewImport(tools, { file: file(header, 'カメラ,MC-220,なし,TLS,git,image,,,2026/11/02') });
  await applyImport(tools, { id: first.id });

  const second = await previewImport(tools, { file: file('シリーズ,機種,技術タグ', 'カメラ,MC-220,') });
  await applyImport(tools, { id: second.id });

  expect(await getModel(tools, { id: 'mc-220' })).toMatchObject({ safety: 'no', tags: [], buildSource: 'git' });
});

test('what cannot be understood is named cell by cell', async () => {
  const tools = await aCompany();
  const long = 'あ'.repeat(61);

  const { preview, canApply } = await previewImport(tools, {
    file: file(header, `カメラ,MC-220,たぶん,"TLS,${long}",git,image,鍵の番人,,そのうち`),
  });

  expect(canApply).toBe(false);
  expect(preview.errors.map(({ key, rule, details }) => [key, rule, details.tag ?? ''])).toEqual([
    ['safety', 'safety-unknown', ''],
    ['tags', 'tag-refused', long],
    ['buildKey', 'owner-unknown', ''],
    ['rebuiltOn', 'day-unreadable', ''],
  ]);
});
