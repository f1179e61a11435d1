import { expect, test } from 'vitest';
import { readCsv } from '#formats/csv';
import { readXlsx } from '#formats/xlsx';
import { type TableColumn, tableFile } from './table-file.ts';

type Row = { number: string; name: string };
const columns: TableColumn<Row>[] = [
  { title: '型番', kind: 'text', value: ({ number }) => number },
  { title: '名称', kind: 'text', width: 40, value: ({ name }) => name },
];
const many = Array.from({ length: 50_000 }, (_, index) => ({ number: `MR-${index}`, name: `製品 ${index}` }));

test.each(['csv', 'csv-cp932', 'xlsx'] as const)(
  'a timer keeps ticking while 50,000 rows become %s',
  async (format) => {
    let ticks = 0;
    let isDone = false;
    const tick = () => {
      ticks++;
      if (!isDone) setImmediate(tick);
    };
    setImmediate(tick);

    const file = await tableFile('製品', format, columns, many);
    isDone = true;

    // Other work had its turn between every hundred rows, give or take where the two began.
    expect(ticks).toBeGreaterThan(490);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const rows = format === 'xlsx' ? (await readXlsx(bytes)).document.sheets[0]?.rows : readCsv(bytes).document.rows;
    expect(rows?.at(-1)?.cells).toEqual(['MR-49999', '製品 49999']);
    expect(rows?.length).toBe(format === 'xlsx' ? 50_001 : 50_000);
  },
);

test('what CP932 cannot express is refused with the rows of the whole file', async () => {
  const rows = [...many.slice(0, 150), { number: 'MR-x', name: '한국' }];

  const attempt = tableFile('製品', 'csv-cp932', columns, rows);

  await expect(attempt).rejects.toMatchObject({
    code: 'conflict',
    details: { problems: [{ path: 'row 152, column 2', details: { row: 152, column: 2 } }] },
  });
}, 60_000);

test('a table has a hundred problems at most', async () => {
  const attempt = tableFile('製品', 'csv-cp932', columns, Array(300).fill({ number: '한', name: '국' }));

  await expect(attempt).rejects.toMatchObject({ details: { problems: { length: 100 } } });
});
