import { expect, test } from 'vitest';
import { inPieces, readSbom } from '../../../test/sbom-reading.ts';
import { writeXlsx } from '../../formats/xlsx/index.ts';
import { fromMappedPartsList } from './from-parts-list.ts';
import { headerFingerprint } from './header-fingerprint.ts';
import { sbomLimits } from './parts.ts';
import { proposeMapping } from './parts-mapping.ts';

const csv = `利用OSS一覧（社外秘）,,,,
No.,使用ソフト,Ver情報,入手元,適用ライセンス
1,openssl,3.0.13,OpenSSL Project,Apache-2.0
2,busybox,1.36.1,,GPL-2.0-only
3,,,,
4,自社ミドルウェア,不明,港電機,-
`;

test('a list with columns of its own tells them, three rows and what they probably mean', async () => {
  const { unmapped, errors, parts } = await readSbom(csv, '一覧.csv');

  expect(unmapped).toEqual({
    fingerprint: headerFingerprint(['No.', '使用ソフト', 'Ver情報', '入手元', '適用ライセンス']),
    sheet: null,
    headerLine: 2,
    columns: ['No.', '使用ソフト', 'Ver情報', '入手元', '適用ライセンス'],
    samples: [
      ['1', 'openssl', '3.0.13', 'OpenSSL Project', 'Apache-2.0'],
      ['2', 'busybox', '1.36.1', '', 'GPL-2.0-only'],
      ['3', '', '', '', ''],
    ],
    rows: 4,
    proposal: { supplier: 3, licence: 4, version: 2, name: 1 },
  });
  expect(errors).toMatchObject([{ rule: 'no-known-header', place: 'line 2' }]);
  expect(parts).toEqual([]);
});

test('by a mapping the same list is read', async () => {
  const bytes = new TextEncoder().encode(csv);
  const items = await Array.fromAsync(fromMappedPartsList(inPieces(bytes), sbomLimits, { name: 1, version: 2 }));

  const parts = items.flatMap((item) => (item.is === 'part' ? [item.part] : []));
  expect(parts.map(({ name, version, place }) => [name, version, place])).toEqual([
    ['openssl', '3.0.13', 'line 3'],
    ['busybox', '1.36.1', 'line 4'],
    ['自社ミドルウェア', null, 'line 6'],
  ]);
  expect(parts.every(({ supplier, licences }) => supplier === null && licences.length === 0)).toBe(true);
});

test('of several sheets the one with the most rows that look like parts is proposed, and named', async () => {
  const sheet = (name: string, titles: string[], rows: string[][]) => ({
    name,
    columns: titles.map((title) => ({ title, kind: 'text' as const })),
    rows,
  });
  const history = Array.from({ length: 9 }, (_, n) => [`第${n}回`, '山田']);
  const bytes = writeXlsx({
    sheets: [
      sheet('改訂履歴', ['改訂', '担当'], history),
      sheet('予備', ['使用ソフト', 'Ver情報'], [['lz4', '1.9.4']]),
      sheet(
        '部品',
        ['使用ソフト', 'Ver情報'],
        [
          ['zlib', '1.3.1'],
          ['curl', '8.4.0'],
        ],
      ),
    ],
  });

  const { unmapped } = await readSbom(bytes, '部品表.xlsx');
  const items = await Array.fromAsync(fromMappedPartsList(inPieces(bytes), sbomLimits, { name: 0, version: 1 }));

  expect(unmapped).toMatchObject({ sheet: '部品', headerLine: 1, rows: 2, proposal: { name: 0, version: 1 } });
  expect(items.flatMap((item) => (item.is === 'part' ? [item.part.place] : []))).toEqual(['部品!2', '部品!3']);
  expect(items.flatMap((item) => (item.is === 'problem' ? [item.problem] : []))).toMatchObject([
    { level: 'warning', rule: 'other-sheet', place: '予備' },
  ]);
});

test.each<[string[], string[][], object]>([
  [
    ['Bezeichnung', 'Kennung'],
    [
      ['zlib', 'pkg:generic/zlib@1.3'],
      ['curl', 'pkg:generic/curl@8.4.0'],
    ],
    { name: 0, purl: 1 },
  ],
  [['ソフトウェア名称', '版　数', 'CPE ID'], [], { name: 0, version: 1, cpe: 2 }],
  [['a', 'b'], [['cpe:2.3:a:x:y:1:*:*:*:*:*:*:*', 'd41d8cd98f00b204e9800998ecf8427e']], { cpe: 0, hash: 1 }],
  [['数', '値'], [['1', '2']], {}],
  [
    ['使用品', '表記'],
    [
      ['openssl', '3.0.13'],
      ['zlib', '1.3'],
    ],
    { name: 0, version: 1 },
  ],
  [
    ['使用品', '条件'],
    [
      ['curl', 'MIT'],
      ['xz', 'Zlib'],
    ],
    { name: 0, licence: 1 },
  ],
])('%j is proposed by its names and by what stands below', (columns, rows, proposal) => {
  expect(proposeMapping(columns, rows)).toEqual(proposal);
});

test('a mapping is remembered by the column names: width, case and empty ends do not count, order does', () => {
  const remembered = headerFingerprint(['Name', 'Ver']);

  expect(remembered).toMatch(/^[\da-f]{64}$/);
  expect(headerFingerprint(['ＮＡＭＥ ', 'ver', '', ' '])).toBe(remembered);
  expect(headerFingerprint(['Ver', 'Name'])).not.toBe(remembered);
});
