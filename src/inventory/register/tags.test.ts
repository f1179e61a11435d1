import { beforeEach, expect, test } from 'vitest';
import { writeCsv } from '#formats/csv';
import { createDivision } from '#organization';
import { freshDatabase } from '../../../test/database.ts';
import { createTag, updateTag } from '../change-tags.ts';
import { createLine } from '../create-line.ts';
import { createModel } from '../create-model.ts';
import { exportTags, listTags } from '../list-tags.ts';
import { NewModel } from '../model.ts';
import { applyRows, undoRows } from './apply-rows.ts';
import { previewRows } from './preview-rows.ts';

const { db, aPerson, reset } = await freshDatabase();
beforeEach(reset);

type Tools = Awaited<ReturnType<typeof aPerson>>['tools'];
const csv = (rows: string[][]) =>
  new File([writeCsv(rows, { encoding: 'utf-8-bom' }) as Uint8Array<ArrayBuffer>], '技術.csv');
const preview = (tools: Tools, rows: string[][]) => previewRows(tools, { register: 'tags', file: csv(rows) });
const apply = (tools: Tools, { id }: { id: string }) => applyRows(tools, { register: 'tags', id });
const undo = (tools: Tools, { id }: { id: string }) => undoRows(tools, { register: 'tags', id });
const listed = async (tools: Tools) =>
  (await listTags(tools, { limit: 50 })).items.map(({ name, note }) => `${name}: ${note}`);

async function carry(tools: Tools, tags: string[], name = 'MC-220') {
  const { id: lineId } = await createLine(tools, { name: `${name}のシリーズ` });
  return createModel(tools, NewModel.parse({ lineId, name, kind: 'device', tags }));
}

test('technologies come as a file: known ones get its note, new ones are written as their makers do, none is renamed', async () => {
  const { tools } = await aPerson();
  await carry(tools, ['WPA2', '独自リンク']);

  const seen = await preview(tools, [
    ['技術', '備考'],
    ['ｗｐａ２', '工場出荷時の設定'],
    ['独自ﾘﾝｸ', ''],
    ['onvif', '監視カメラ'],
  ]);
  const before = await listed(tools);
  await apply(tools, seen);

  expect(seen.preview.counts).toEqual({ rows: 3, created: 1, changed: 1, unchanged: 1, errors: 0 });
  expect(seen.preview.entries.map(({ what, title }) => `${what} ${title}`)).toEqual(['change WPA2', 'create ONVIF']);
  expect(before).toEqual(['WPA2: ', '独自リンク: ']);
  expect(await listed(tools)).toEqual(['ONVIF: 監視カメラ', 'WPA2: 工場出荷時の設定', '独自リンク: ']);
  const trail = db.selectFrom('audit').select(['action', 'subject_name']).where('subject_kind', '=', 'technology-tag');
  expect((await trail.orderBy('id').execute()).map((deed) => `${deed.action} ${deed.subject_name}`)).toEqual([
    'technology-tag.import WPA2',
    'technology-tag.create ONVIF',
  ]);
});

test('a file without the column of notes leaves them, an empty cell empties one', async () => {
  const { tools } = await aPerson();
  await createTag(tools, { name: 'SSH', note: '保守口' });

  const without = await preview(tools, [['Technology'], ['SSH']]);
  await apply(
    tools,
    await preview(tools, [
      ['Technology', 'Note'],
      ['SSH', ''],
    ]),
  );

  expect([without.preview.counts.unchanged, without.canApply]).toEqual([1, false]);
  expect(await listed(tools)).toEqual(['SSH: ']);
});

test.each(['csv', 'csv-cp932', 'xlsx'] as const)(
  'what is exported as %s changes nothing when it comes in again',
  async (format) => {
    const { tools } = await aPerson();
    await carry(tools, ['TLS', 'TR-069', '～リンク−2', 'みはり「リンク」']);
    await createTag(tools, { name: '=SUM(1)', note: '-1\n"引用"、 + 記号' });

    for (const language of ['ja', 'en'] as const) {
      const file = await exportTags(tools, { format, language });
      const { preview: again, canApply } = await previewRows(tools, { register: 'tags', file });

      expect(again).toMatchObject({ problems: [], errors: [], entries: [] });
      expect([again.counts.unchanged, canApply]).toEqual([5, false]);
    }
  },
);

test('an import is taken back: notes are as before and what it added is gone, and can be added again', async () => {
  const { tools } = await aPerson();
  await createTag(tools, { name: 'SSH', note: '保守口' });
  const seen = await preview(tools, [
    ['技術タグ', '備考'],
    ['SSH', '使わない'],
    ['Telnet', ''],
  ]);
  await apply(tools, seen);

  expect(await undo(tools, seen)).toEqual({ id: seen.id, entries: 2 });

  expect(await listed(tools)).toEqual(['SSH: 保守口']);
  await carry(tools, ['telnet']);
  expect(await listed(tools)).toEqual(['SSH: 保守口', 'Telnet: ']);
});

test('an import is not taken back when something carries what it added, or its note was changed since', async () => {
  const { tools } = await aPerson();
  await createTag(tools, { name: 'SSH', note: '' });
  const noted = await preview(tools, [
    ['技術タグ', '備考'],
    ['SSH', '保守口'],
  ]);
  await apply(tools, noted);
  await updateTag(tools, { name: 'SSH', note: '診断', was: '保守口' });

  await expect(undo(tools, noted)).rejects.toMatchObject({ details: { reason: 'changed-since', names: ['SSH'] } });
  const carried = await preview(tools, [['技術タグ'], ['SIP']]);
  await apply(tools, carried);
  await carry(tools, ['SIP']);
  await expect(undo(tools, carried)).rejects.toMatchObject({ details: { reason: 'in-use', names: ['MC-220'] } });
});

test.each([
  [[['備考'], ['x']], [], ['column-missing']],
  [[['技術タグ'], ['TLS、SSH']], ['2 tag-refused'], []],
  [
    [
      ['技術タグ', '備考'],
      ['', '保守口'],
    ],
    ['2 cell-empty'],
    [],
  ],
  [[['技術タグ'], ['TLS'], ['ｔｌｓ']], ['3 row-twice'], []],
])('%j is refused with its place', async (rows, errors, problems) => {
  const { tools } = await aPerson();

  const { preview: seen, canApply } = await preview(tools, rows);

  expect(canApply).toBe(false);
  expect(seen.errors.map(({ line, rule }) => `${line} ${rule}`)).toEqual(errors);
  expect(seen.problems.map(({ rule }) => rule)).toEqual(problems);
});

test('who answers for one division alone brings in new technologies, and changes no note', async () => {
  const { tools: all } = await aPerson();
  const { id: divisionId } = await createDivision(all, { name: 'カメラ事業部' });
  const { tools } = await aPerson([{ role: 'contact', divisionId }]);
  await createTag(all, { name: 'SSH', note: '' });

  const foreign = await preview(tools, [
    ['技術タグ', '備考'],
    ['SSH', '保守口'],
    ['SIP', '内線'],
  ]);
  await apply(tools, await preview(tools, [['技術タグ'], ['SIP']]));

  expect(foreign.preview.errors.map(({ line, rule }) => `${line} ${rule}`)).toEqual(['2 not-allowed']);
  expect(await listed(all)).toEqual(['SIP: ', 'SSH: ']);
});

test('what somebody else has added since the preview is not added twice', async () => {
  const { tools } = await aPerson();
  const seen = await preview(tools, [
    ['技術タグ', '備考'],
    ['SIP', '内線'],
  ]);
  await carry(tools, ['SIP']);

  await expect(apply(tools, seen)).rejects.toMatchObject({
    code: 'conflict',
    details: { reason: 'taken', name: 'SIP' },
  });

  await apply(
    tools,
    await preview(tools, [
      ['技術タグ', '備考'],
      ['SIP', '内線'],
    ]),
  );
  expect(await listed(tools)).toEqual(['SIP: 内線']);
});
