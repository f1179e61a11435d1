import { Buffer } from 'node:buffer';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readXlsx } from './read-xlsx.ts';
import { tableOfSheet } from './table.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

type Parts = Record<string, string | Uint8Array>;

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;

/** A small workbook whose parts can be replaced; `rows` is the content of sheetData. */
function aWorkbook(rows: string, parts: Parts = {}): Uint8Array {
  const all: Parts = {
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="製品" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}">${relation('rId1', 'worksheet', 'worksheets/sheet1.xml')}${relation('rId2', 'sharedStrings', '/xl/sharedStrings.xml')}${relation('rId3', 'styles', 'styles.xml')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}"/>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts><numFmt numFmtId="164" formatCode="00000"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="20"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
    ...parts,
  };
  const files = Object.entries(all).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]);
  return zipSync(Object.fromEntries(files));
}

const row1 = (cells: string) => `<row r="1">${cells}</row>`;
const strings = (items: string): Parts => ({ 'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${items}</sst>` });
const firstCells = async (bytes: Uint8Array) => (await readXlsx(bytes)).document.sheets[0]?.rows[0]?.cells.map(String);
const rules = async (bytes: Uint8Array, limits?: Parameters<typeof readXlsx>[1]) =>
  (await readXlsx(bytes, limits)).problems.map(({ path, rule }) => `${path}: ${rule}`);

test.each([
  ['<si><t>守</t></si>', '守'],
  ['<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>', '東京'],
  [
    '<si><r><t>脆弱</t></r><r><rPr><b/></rPr><t xml:space="preserve">性 </t></r><rPh sb="0" eb="2"><t>ゼイジャク</t></rPh></si>',
    '脆弱性 ',
  ],
  ['<si><t>a_x000D_\nb_x005F_x0041_</t></si>', 'a\r\nb_x0041_'],
  ['<si><t><![CDATA[<1>]]>&amp;&#x5b88;</t></si>', '<1>&守'],
])('the shared string %s reads %j', async (item, text) => {
  const bytes = aWorkbook(row1('<c r="A1" t="s"><v>0</v></c>'), strings(item));

  expect((await readXlsx(bytes)).problems).toEqual([]);
  expect(await firstCells(bytes)).toEqual([text]);
});

test.each([
  ['<c r="A1"><v>1.0</v></c>', '1'],
  ['<c r="A1"><v>4901234567894</v></c>', '4901234567894'],
  ['<c r="A1"><v>1E3</v></c>', '1000'],
  ['<c r="A1" s="4"><v>123</v></c>', '00123'],
  ['<c r="A1" t="b"><v>1</v></c>', 'true'],
  ['<c r="A1" t="str"><f>"x"&amp;1</f><v>x1</v></c>', 'x1'],
  ['<c r="A1" t="inlineStr"><is><t>守</t><rPh sb="0" eb="1"><t>マモリ</t></rPh></is></c>', '守'],
  ['<c r="A1" s="1"><v>46349</v></c>', '2026-11-23'],
  ['<c r="A1" s="2"><v>46349.5</v></c>', '2026-11-23T12:00:00'],
  ['<c r="A1" s="3"><v>0.5</v></c>', '12:00:00'],
  ['<c r="A1" t="d"><v>2026-11-23</v></c>', '2026-11-23'],
  ['<c r="A1" t="d"><v>2026-11-23T09:05:00Z</v></c>', '2026-11-23T09:05:00'],
  ['<c><v>7</v></c>', '7'],
])('the cell %s reads %j', async (cell, text) => {
  expect((await readXlsx(aWorkbook(row1(cell)))).problems).toEqual([]);
  expect(await firstCells(aWorkbook(row1(cell)))).toEqual([text]);
});

test.each([
  ['<c r="C1" t="e"><v>#N/A</v></c>', 'error-cell'],
  ['<c r="C1"><f>A1+1</f></c>', 'formula-without-value'],
  ['<c r="C1" t="s"><v>9</v></c>', 'malformed'],
  ['<c r="C1"><v>0x10</v></c>', 'malformed'],
  ['<c r="C1" t="z"><v>1</v></c>', 'malformed'],
  ['<c r="C1" s="1"><v>60</v></c>', 'impossible-day'],
  ['<c r="C1" t="d"><v>2026-02-30</v></c>', 'impossible-day'],
  ['<c r="C1" t="str"><v>_x0000_</v></c>', 'unreadable-character'],
  ['<c r="C1" t="str"><v>_xD800_</v></c>', 'unreadable-character'],
])('the cell %s is reported as %s with its place', async (cell, rule) => {
  expect(await rules(aWorkbook(row1(cell)))).toEqual([`製品!C1: ${rule}`]);
});

test('the 1904 system of old Macintosh files is followed', async () => {
  const workbook = `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr date1904="1"/><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`;

  expect(await firstCells(aWorkbook(row1('<c s="1"><v>44887</v></c>'), { 'xl/workbook.xml': workbook }))).toEqual([
    '2026-11-23',
  ]);
});

test('rows keep the numbers that Excel shows, empty and formatted cells are no values', async () => {
  const bytes = aWorkbook(
    '<row r="3"><c r="B3"><v>1</v></c><c r="XFD3" s="1"/></row><row r="5"/><row><c><v>2</v></c></row>',
  );

  expect((await readXlsx(bytes)).document.sheets[0]?.rows).toEqual([
    { row: 3, cells: [null, 1] },
    { row: 6, cells: [2] },
  ]);
});

test('hidden sheets are marked and merged ranges noted', async () => {
  const bytes = aWorkbook('', {
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="a" sheetId="1" state="veryHidden" r:id="rId1"/></sheets></workbook>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData/><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>`,
  });

  expect((await readXlsx(bytes)).document.sheets).toEqual([{ name: 'a', isHidden: true, rows: [], merged: ['A1:B2'] }]);
});

test('charts and the modules of old macros are no sheets', async () => {
  const bytes = aWorkbook(row1('<c><v>1</v></c>'), {
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="図" sheetId="3" r:id="rId4"/><sheet name="M" sheetId="2" r:id=""/><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}">${relation('rId1', 'worksheet', 'worksheets/sheet1.xml')}${relation('rId4', 'chartsheet', 'chartsheets/sheet1.xml')}</Relationships>`,
  });

  const { document, problems } = await readXlsx(bytes);

  expect(problems).toEqual([]);
  expect(document.sheets.map(({ name }) => name)).toEqual(['a']);
});

test('prefixes, the strict namespace, UTF-16 and foreign elements are no obstacle', async () => {
  const strict = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
  const sheet = `\ufeff<?xml version="1.0" encoding="UTF-16"?><x:worksheet xmlns:x="${strict}" xmlns:o="urn:other"><x:sheetData><x:row r="1"><x:c r="A1"><o:v>8</o:v><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>`;

  expect(
    await firstCells(aWorkbook('', { 'xl/worksheets/sheet1.xml': new Uint8Array(Buffer.from(sheet, 'utf16le')) })),
  ).toEqual(['7']);
});

const entity = `<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet xmlns="${MAIN}"><sheetData/></worksheet>`;
test.each<[string, Uint8Array, string]>([
  ['an empty file', new Uint8Array(), 'file: not-a-workbook'],
  ['a text', strToU8('型番,名称'), 'file: not-a-workbook'],
  ['an .xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), 'file: old-format'],
  [
    'an encrypted .xlsx',
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
    'file: password-protected',
  ],
  ['a zip that is no workbook', zipSync({ 'a.txt': strToU8('a') }), 'file: not-a-workbook'],
  ['a Word document', aWorkbook('', { 'xl/workbook.xml': '<w:document xmlns:w="urn:word"/>' }), 'file: not-a-workbook'],
  ['a DOCTYPE', aWorkbook('', { 'xl/worksheets/sheet1.xml': entity }), 'xl/worksheets/sheet1.xml: doctype-refused'],
  ['an unknown entity', aWorkbook(row1('<c t="str"><v>&x;</v></c>')), 'xl/worksheets/sheet1.xml: malformed'],
  ['open tags', aWorkbook('<row>'), 'xl/worksheets/sheet1.xml: malformed'],
  [
    'bytes that are no UTF-8',
    aWorkbook('', { 'xl/worksheets/sheet1.xml': new Uint8Array([60, 0xff, 62]) }),
    'xl/worksheets/sheet1.xml: malformed',
  ],
  ['rows out of order', aWorkbook('<row r="2"/><row r="1"/>'), '製品: malformed'],
  ['the same row twice', aWorkbook('<row r="2"/><row r="2"/>'), '製品: malformed'],
  ['a cell of another row', aWorkbook(row1('<c r="A2"><v>1</v></c>')), '製品: malformed'],
  ['the same cell twice', aWorkbook(row1('<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>')), '製品: malformed'],
  [
    'a workbook without sheets',
    aWorkbook('', { 'xl/workbook.xml': `<workbook xmlns="${MAIN}"><sheets/></workbook>` }),
    'file: malformed',
  ],
  ['a climbing name', aWorkbook('', { '../evil.xml': 'x' }), 'file: unsafe-name'],
  ['an absolute name', aWorkbook('', { '/etc/evil.xml': 'x' }), 'file: unsafe-name'],
  ['two parts of one name', aWorkbook('', { 'XL/workbook.xml': 'x' }), 'XL/workbook.xml: unsafe-name'],
  ['a bomb', aWorkbook('', { 'xl/bomb.xml': new Uint8Array(8 * 1024 * 1024) }), 'xl/bomb.xml: unpacked-too-large'],
])('%s is refused', async (_, bytes, problem) => {
  const { document } = await readXlsx(bytes);

  expect(await rules(bytes)).toEqual([problem]);
  expect(document.sheets).toEqual([]);
});

test('limits are kept and named', async () => {
  const bytes = aWorkbook('<row r="1"><c><v>1</v></c><c t="str"><v>abc</v></c></row><row r="2"><c><v>2</v></c></row>');

  expect(await rules(bytes, { rows: 2, columns: 2, cellLength: 3 })).toEqual([]);
  expect(await rules(bytes, { rows: 1 })).toEqual(['製品!A2: too-many-rows']);
  expect(await rules(bytes, { columns: 1 })).toEqual(['製品!B1: too-many-columns']);
  expect(await rules(bytes, { cellLength: 2 })).toEqual(['製品!B1: cell-too-long']);
  expect(await rules(bytes, { bytes: 100 })).toEqual(['file: file-too-large']);
  expect(await rules(bytes, { entries: 3 })).toEqual(['file: too-many-entries']);
  expect(await rules(bytes, { sheets: 0 })).toEqual(['file: too-many-sheets']);
  expect((await rules(bytes, { unpackedBytes: 500 }))[0]).toContain('unpacked-too-large');
});

test('a part that lies about its size or its checksum is refused', async () => {
  const bytes = Buffer.from(aWorkbook(row1('<c><v>1</v></c>')));
  const entry = bytes.lastIndexOf('xl/worksheets/sheet1.xml') - 46;

  const smaller = Buffer.from(bytes);
  smaller.writeUInt32LE(10, entry + 24);
  const wrong = Buffer.from(bytes);
  wrong.writeUInt32LE(1, entry + 16);

  expect(await rules(smaller)).toEqual(['xl/worksheets/sheet1.xml: broken-archive']);
  expect(await rules(wrong)).toEqual(['xl/worksheets/sheet1.xml: broken-archive']);
});

test('of thousands of broken cells the first thousand are listed', async () => {
  const cells = '<c t="e"><v>#N/A</v></c>'.repeat(3_000);

  expect(await rules(aWorkbook(row1(cells)))).toHaveLength(1_000);
});

test('a sheet becomes a table of text with the problems that an import must know', async () => {
  const text = (value: string) => `<c t="str"><v>${value}</v></c>`;
  const bytes = aWorkbook(
    `<row r="2">${text('型番')}${text('終了日')}${text('型番')}</row><row r="3">${text('00123')}<c s="1"><v>46349</v></c></row><row r="4"><c><v>1.0</v></c><c/><c/>${text('x')}</row>`,
  );
  const [sheet] = (await readXlsx(bytes)).document.sheets;

  const { document, problems } = tableOfSheet(sheet ?? { name: '', isHidden: false, rows: [], merged: [] });

  expect(document).toEqual({
    header: ['型番', '終了日', '型番'],
    rows: [
      { line: 3, cells: ['00123', '2026/11/23', ''] },
      { line: 4, cells: ['1', '', '', 'x'] },
    ],
  });
  expect(problems.map(({ path, rule }) => `${path}: ${rule}`)).toEqual([
    '製品!C2: duplicate-header',
    '製品!D4: ragged-row',
  ]);
});
