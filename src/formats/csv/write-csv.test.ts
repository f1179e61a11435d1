import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { FormatProblem } from '../problem.ts';
import { readCsv } from './read-csv.ts';
import { type CsvRow, cp932Problems, streamCsv, writeCsv } from './write-csv.ts';

const text = (rows: CsvRow[]) => new TextDecoder().decode(writeCsv(rows, { encoding: 'utf-8-bom' }));

test('UTF-8 begins with a byte order mark and lines end in CRLF', () => {
  const bytes = writeCsv([['型番', '台数']], { encoding: 'utf-8-bom' });

  expect(Buffer.from(bytes).toString('hex')).toBe(Buffer.from('\ufeff型番,台数\r\n').toString('hex'));
});

test('CP932 is what Japanese Excel expects', () => {
  const bytes = writeCsv([['髙橋～', 1]], { encoding: 'cp932' });

  expect(Buffer.from(bytes).toString('hex')).toBe('fbfc8bb481602c310d0a');
});

test.each<[CsvRow[number], string]>([
  ['=1+1', "'=1+1"],
  ['+81-3-1234-5678', "'+81-3-1234-5678"],
  ['-cmd', "'-cmd"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['＝1+1', "'＝1+1"],
  [' =1', "' =1"],
  ['\t=1', '"\'\t=1"'],
  ['\rx', '"\'\rx"'],
  ["'=1", "''=1"],
  ["'tis", "'tis"],
  ['-12', '-12'],
  ['-12.5', '-12.5'],
  ['+12', '+12'],
  [-12, '-12'],
  ['a,b', '"a,b"'],
  ['a"b', '"a""b"'],
  ['a\nb', '"a\nb"'],
  ['', '""'],
  [null, '""'],
  [true, 'true'],
  [1.5, '1.5'],
  [Temporal.PlainDate.from('2026-01-05'), '2026/01/05'],
  [Temporal.Instant.from('2026-11-23T15:05:07.9Z'), '2026/11/24 00:05:07'],
])('the cell %j is written as %j', (cell, written) => {
  expect(text([[cell]])).toBe(`${written}\r\n`);
});

test('what CP932 cannot express is refused with its place, never replaced', () => {
  const rows = [['名前'], ['高橋'], ['𠮷野 😀 😀']];

  expect(cp932Problems(rows)).toMatchObject([
    { path: 'row 3, column 1', rule: 'unwritable-character', details: { characters: '𠮷 😀' } },
  ]);
  expect(() => writeCsv(rows, { encoding: 'cp932' })).toThrow(FormatProblem);
  expect(() => writeCsv([['¥100']], { encoding: 'cp932' })).toThrow(FormatProblem);
});

test('twins that look the same are exchanged only on request', () => {
  const rows = [['5〜10 −3 ¥100 か\u3099']];

  expect(cp932Problems(rows)).toHaveLength(1);
  const bytes = writeCsv(rows, { encoding: 'cp932', lookalikes: 'replace' });
  expect(iconv.decode(Buffer.from(bytes), 'cp932')).toBe('5～10 －3 ￥100 が\r\n');
  expect(cp932Problems([['𠮷']], { lookalikes: 'replace' })).toHaveLength(1);
});

test.each(['utf-8-bom', 'cp932'] as const)('half a character and NUL are refused in %s', (encoding) => {
  expect(() => writeCsv([['\ud800']], { encoding })).toThrow(FormatProblem);
  expect(() => writeCsv([['a\0']], { encoding })).toThrow(FormatProblem);
});

const spicy = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom(...'\'=+-@＝1.0 ,;"\t\r\n\ufeffあ') }),
);
const readable = (cell: string) => cell.isWellFormed() && !cell.includes('\0');
const tables = (cell: fc.Arbitrary<string>) =>
  fc
    .integer({ min: 1, max: 4 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }));

test('what was written as UTF-8 is read back equal', () => {
  fc.assert(
    fc.property(tables(spicy.filter(readable)), (rows) => {
      const { document } = readCsv(writeCsv(rows, { encoding: 'utf-8-bom' }));

      expect([document.header, ...document.rows.map(({ cells }) => cells)]).toEqual(rows);
    }),
    { numRuns: 3_000 },
  );
});

test('what was written as CP932 is read back equal', () => {
  const cell = fc.string({ unit: fc.constantFrom(...'型番表ソ能～－①髙ｱｶﾞ\\=+\'", \r\nabc09') });

  fc.assert(
    fc.property(tables(cell), (rows) => {
      const { document } = readCsv(writeCsv(rows, { encoding: 'cp932' }), { encoding: 'cp932' });

      expect([document.header, ...document.rows.map(({ cells }) => cells)]).toEqual(rows);
    }),
    { numRuns: 3_000 },
  );
});

test('a stream gives the same bytes as the whole', async () => {
  const rows = Array.from({ length: 5_000 }, (_, index) => [`MR-${index}`, '監視カメラ', index]);
  const chunks: Uint8Array[] = [];

  for await (const chunk of streamCsv(rows, { encoding: 'utf-8-bom' })) chunks.push(chunk);

  expect(chunks.length).toBeGreaterThan(1);
  expect(Buffer.concat(chunks).equals(writeCsv(rows, { encoding: 'utf-8-bom' }))).toBe(true);
});

test('mutated and truncated files give a document and problems, never an exception', () => {
  const file = writeCsv(
    [
      ['型番', '名称'],
      ['MR-1167', 'ルーター "屋外"\r\n用'],
      ['=1', '5～10'],
    ],
    { encoding: 'cp932' },
  );

  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(file.length - 1), fc.integer({ min: 0, max: 255 })), { maxLength: 8 }),
      fc.nat(file.length),
      (changes, length) => {
        const bytes = file.slice();
        for (const [at, byte] of changes) bytes[at] = byte;

        const { document, problems } = readCsv(bytes.subarray(0, length));

        expect(document.header.length > 0 || problems.length > 0).toBe(true);
      },
    ),
    { numRuns: 5_000 },
  );
});
