import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { FormatProblem } from '../problem.ts';
import { readXlsx } from './read-xlsx.ts';
import { streamXlsx, writeXlsx, type XlsxSource } from './write-xlsx.ts';

const columns = [
  { title: '型番', kind: 'text' },
  { title: '台数', kind: 'number' },
  { title: 'サポート終了日', kind: 'day' },
  { title: '更新', kind: 'instant' },
] as const;
const rows = [
  ['00123', 88_600, Temporal.PlainDate.from('2031-03-31'), Temporal.Instant.from('2026-11-23T15:05:07.6Z')],
  ['=1+1', -1.5, null, null],
  ['', null, Temporal.PlainDate.from('1899-12-31'), null],
];
const products: XlsxSource = { sheets: [{ name: '製品', columns, rows }] };

test('a workbook is read back as it was written', async () => {
  const { document, problems } = await readXlsx(writeXlsx(products));

  expect(problems).toEqual([]);
  expect(document.sheets).toMatchObject([{ name: '製品', isHidden: false, merged: [] }]);
  expect(JSON.parse(JSON.stringify(document.sheets[0]?.rows))).toEqual([
    { row: 1, cells: ['型番', '台数', 'サポート終了日', '更新'] },
    { row: 2, cells: ['00123', 88_600, '2031-03-31', '2026-11-24T00:05:08'] },
    { row: 3, cells: ['=1+1', -1.5] },
    { row: 4, cells: [null, null, '1899/12/31'] },
  ]);
});

test('text is text, days are dates, the header stays in sight and has filters', () => {
  const files = unzipSync(writeXlsx(products));
  const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());

  expect(sheet).not.toContain('<f>');
  expect(sheet).toContain('<c r="A3" s="2" t="inlineStr"><is><t>=1+1</t></is></c>');
  expect(sheet).toContain('<c r="C2" s="3"><v>47938</v></c>');
  expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
  expect(sheet).toContain('<autoFilter ref="A1:D4"/>');
});

test('the same tables give the same bytes in every time zone', () => {
  const zone = process.env.TZ;
  const files = ['UTC', 'Asia/Tokyo', 'America/Los_Angeles'].map((name) => {
    process.env.TZ = name;
    return Buffer.from(writeXlsx(products)).toString('base64');
  });
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;

  expect(new Set(files).size).toBe(1);
});

test('instants are shown in the zone that was asked for', async () => {
  const { document } = await readXlsx(writeXlsx({ ...products, zone: 'Europe/Berlin' }));

  expect(String(document.sheets[0]?.rows[1]?.cells[3])).toBe('2026-11-23T16:05:08');
});

test('a stream of rows gives the same workbook in pieces', async () => {
  const many = Array.from({ length: 20_000 }, (_, index) => [`MR-${index}`, index, null, null]);
  async function* slowly() {
    for (const row of many) yield row;
  }
  const chunks: Uint8Array[] = [];

  for await (const chunk of streamXlsx({ sheets: [{ name: '製品', columns, rows: slowly() }] })) chunks.push(chunk);

  const streamed = await readXlsx(Buffer.concat(chunks));
  expect(chunks.length).toBeGreaterThan(10);
  expect(streamed.problems).toEqual([]);
  expect(streamed).toEqual(await readXlsx(writeXlsx({ sheets: [{ name: '製品', columns, rows: many }] })));
});

test('a stream is stopped by the row that cannot be written', async () => {
  const stream = streamXlsx({ sheets: [{ name: '製品', columns, rows: [['MR-1'], ['\ud800']] }] });

  await expect(Array.fromAsync(stream)).rejects.toThrow('製品!A3');
});

test.each([
  ['x'.repeat(32_768), 'cell-too-long'],
  ['a\0b', 'unwritable-character'],
  ['\udc00', 'unwritable-character'],
  [Number.NaN, 'not-a-number'],
  [Number.POSITIVE_INFINITY, 'not-a-number'],
])('a cell that no sheet can hold is refused with its place (%#)', (cell, rule) => {
  const attempt = () => writeXlsx({ sheets: [{ name: '製品', columns, rows: [['MR-1'], [null, cell]] }] });

  expect(attempt).toThrow(FormatProblem);
  expect(attempt).toThrow(expect.objectContaining({ problems: [expect.objectContaining({ rule, path: '製品!B3' })] }));
});

test('any text comes back equal', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'_x005Fd1A\t\n\r\u0001\ufffe\u0085\u2028]]>&<"\' 　漢ｶﾞ😀') }),
  );

  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(text, { maxLength: 4 }), { maxLength: 50 }), async (table) => {
      const cells = table.map((row) => row.map((cell) => cell.replaceAll('\0', '')));

      const { document, problems } = await readXlsx(writeXlsx({ sheets: [{ name: 'a', columns, rows: cells }] }));

      expect(problems).toEqual([]);
      const byRow = new Map(document.sheets[0]?.rows.map((row) => [row.row, row.cells]));
      cells.forEach((row, index) => {
        const read = byRow.get(index + 2) ?? [];
        expect(row.map((_, column) => read[column] ?? '')).toEqual(row);
      });
    }),
    { numRuns: 150 },
  );
}, 60_000);

test('any number comes back equal', async () => {
  await fc.assert(
    fc.asyncProperty(fc.double({ noNaN: true, noDefaultInfinity: true }), async (number) => {
      const { document } = await readXlsx(writeXlsx({ sheets: [{ name: 'a', columns, rows: [['x', number]] }] }));

      expect(document.sheets[0]?.rows[1]?.cells[1]).toBe(number === 0 ? 0 : number);
    }),
    { numRuns: 100 },
  );
});
