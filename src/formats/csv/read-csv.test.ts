import { Buffer } from 'node:buffer';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { readCsv } from './read-csv.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const cp932 = (text: string) => new Uint8Array(iconv.encode(text, 'cp932'));
const rules = (bytes: Uint8Array, options?: Parameters<typeof readCsv>[1]) =>
  readCsv(bytes, options).problems.map(({ path, rule }) => `${path}: ${rule}`);

test.each([
  ['utf-8', utf8('型番,名称\nMR-1167,ルーター\n')],
  ['utf-8', utf8('\ufeff型番,名称\nMR-1167,ルーター\n')],
  ['cp932', cp932('型番,名称\nMR-1167,ルーター\n')],
  ['utf-16le', new Uint8Array(iconv.encode('型番\t名称\r\nMR-1167\tルーター\r\n', 'utf-16le', { addBOM: true }))],
  ['utf-16be', new Uint8Array(iconv.encode('型番\t名称\r\nMR-1167\tルーター\r\n', 'utf-16be', { addBOM: true }))],
])('a file in %s is recognised', (encoding, bytes) => {
  const { document, problems } = readCsv(bytes);

  expect(problems).toEqual([]);
  expect(document).toEqual({
    encoding,
    header: ['型番', '名称'],
    rows: [{ line: 2, cells: ['MR-1167', 'ルーター'] }],
  });
});

test('CP932 keeps the characters that only Windows has', () => {
  const { document } = readCsv(cp932('名前\n髙橋①㈱～－∥ｶﾅ\n'));

  expect(document.rows[0]?.cells).toEqual(['髙橋①㈱～－∥ｶﾅ']);
});

test('an asserted encoding wins over detection', () => {
  const bytes = cp932('ﾃｽ\n1\n');

  expect(readCsv(bytes).document).toMatchObject({ encoding: 'utf-8' });
  expect(readCsv(bytes, { encoding: 'cp932' }).document).toMatchObject({ encoding: 'cp932', header: ['ﾃｽ'] });
});

test.each([
  ['\n', 'LF'],
  ['\r\n', 'CRLF'],
  ['\r', 'CR'],
])('lines are counted as an editor counts them, through blank lines and quoted breaks (%j)', (lineBreak) => {
  const text = ['a,b', '', '1,"x', 'y"', '2,z', '', '', '3,w', ''].join(lineBreak);

  const { document, problems } = readCsv(utf8(text));

  expect(problems).toEqual([]);
  expect(document.rows).toEqual([
    { line: 3, cells: ['1', `x${lineBreak}y`] },
    { line: 5, cells: ['2', 'z'] },
    { line: 8, cells: ['3', 'w'] },
  ]);
});

test.each([
  ['a\tb\n1,5\t2\n', ['a', 'b'], ['1,5', '2']],
  ['a;b\n1,5;2\n', ['a', 'b'], ['1,5', '2']],
  ['"a;b;c",d\n1,2\n', ['a;b;c', 'd'], ['1', '2']],
  ['a\n1\n', ['a'], ['1']],
  ['a,b\n"say ""hi""",\n', ['a', 'b'], ['say "hi"', '']],
  ['a,b\n 1 ,2\n', ['a', 'b'], [' 1 ', '2']],
])('the cells of %j are told apart', (text, header, cells) => {
  const { document, problems } = readCsv(utf8(text));

  expect(problems).toEqual([]);
  expect(document.header).toEqual(header);
  expect(document.rows[0]?.cells).toEqual(cells);
});

test('ragged rows stay in the document and are reported with their line', () => {
  const { document, problems } = readCsv(utf8('a,b\n1\n1,2\n1,2,3\n'));

  expect(document.rows.map(({ cells }) => cells.length)).toEqual([1, 2, 3]);
  expect(problems).toMatchObject([
    { path: 'line 2', rule: 'ragged-row', details: { line: 2, found: 1, expected: 2 } },
    { path: 'line 4', rule: 'ragged-row', details: { line: 4, found: 3, expected: 2 } },
  ]);
});

test.each([
  ['', ['file: no-header']],
  ['\n\n', ['file: no-header']],
  ['\ufeff', ['file: no-header']],
  ['a,ａ,b\n', ['line 1, column 2: duplicate-header']],
  ['a,b,\n1,2,\n', []],
  ['a,b,\n1,2,3\n', ['line 1, column 3: empty-header']],
  ['a,b\n1,"x\n2,y\n', ['line 2: broken-quote']],
  ['a,b\n1,x\n2,15" rack\n', ['line 3: broken-quote']],
  ['a,b\n1,"x"y\n', ['line 2: broken-quote']],
  ['a,b\n1,2\n3,\0\n', ['line 3: nul-character']],
])('%j has the problems %j', (text, expected) => {
  expect(rules(utf8(text))).toEqual(expected);
});

test('rows before a broken quote can still be shown', () => {
  expect(readCsv(utf8('a,b\n1,2\n3,"4\n')).document.rows).toEqual([{ line: 2, cells: ['1', '2'] }]);
});

test('bytes that are neither UTF-8 nor CP932 are refused with their lines', () => {
  const broken = new Uint8Array([0x93, 0xfa]);

  expect(rules(Buffer.concat([utf8('型番,名称\n日本,語\n1,'), broken, utf8('\n')]))).toEqual([
    'line 3: invalid-encoding',
  ]);
  expect(rules(Buffer.concat([cp932('型番\r日本語\r'), new Uint8Array([0xff]), cp932('語\r')]))).toEqual([
    'line 3: invalid-encoding',
  ]);
  expect(rules(Buffer.concat([utf8('\ufeffa\n'), broken]))).toEqual(['line 2: invalid-encoding']);
  expect(rules(new Uint8Array([0xff, 0xfe, 0x00, 0xd8]))).toEqual(['file: invalid-encoding']);
});

test('limits are kept and named', () => {
  const bytes = utf8('a,b\n1,2\n1,2\n1,2\n');

  expect(rules(bytes, { limits: { rows: 3 } })).toEqual([]);
  expect(rules(bytes, { limits: { rows: 2 } })).toEqual(['file: too-many-rows']);
  expect(readCsv(bytes, { limits: { rows: 2 } }).document.rows).toHaveLength(2);
  expect(rules(bytes, { limits: { bytes: 5 } })).toEqual(['file: file-too-large']);
  expect(rules(utf8('a,b\n1,2\n'), { limits: { columns: 2 } })).toEqual([]);
  expect(rules(utf8('a,b\n1,2\n'), { limits: { columns: 1 } })).toEqual(['line 1: too-many-columns']);
  expect(rules(utf8('a,b\n1,2\n\n"1,\n1",2,3\n'), { limits: { columns: 2 } })).toEqual(['line 4: too-many-columns']);
  expect(rules(utf8('a,b\n1,222\n'), { limits: { cellLength: 2 } })).toEqual(['line 2, column 2: cell-too-long']);
});

test('a hostile file of separators is refused before its cells are built', () => {
  expect(rules(new Uint8Array(16 * 1024 * 1024).fill(44))).toEqual(['line 1: too-many-columns']);
});
