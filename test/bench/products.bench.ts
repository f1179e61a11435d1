import type { Tools } from '#access';
import { writeCsv } from '#formats/csv';
import type { Bench, Figure } from '../../src/cli/run-benches.ts';
import { applyImport } from '../../src/inventory/apply-import.ts';
import { countProducts } from '../../src/inventory/count-products.ts';
import { exportProducts } from '../../src/inventory/export-products.ts';
import { listLines } from '../../src/inventory/list-lines.ts';
import { listModels, listPartNumbers } from '../../src/inventory/list-models.ts';
import { previewImport } from '../../src/inventory/preview-import.ts';
import { searchProducts } from '../../src/inventory/search-products.ts';
import { onServer, seconds } from './on-server.ts';

const lines = 200;
const perLine = 50;

const largeLines = 2_000;
const linesPerFile = 200;

/** A catalogue of 10,000 models and 20,000 part numbers, then of 100,000 and 200,000, as a person meets it. */
export const bench: Bench = {
  title: 'Products',
  measure: () => onServer(({ tools }) => figuresOf(tools)),
};

async function figuresOf(tools: Tools): Promise<Figure[]> {
  const whole = await seconds(() => importFile(tools, catalogue(lines, 0)));
  const thousand = await seconds(() => importFile(tools, catalogue(20, lines)));
  const first = { sort: 'name', limit: 50 } as const;
  const deep = await placeAfter(tools, 9_000);
  const ms = async (what: string, work: () => Promise<unknown>): Promise<Figure> => ({
    what,
    value: await p95(work),
    unit: 'ms',
    limit: 200,
  });
  return [
    { what: 'import of 10,000 models from CP932, preview and apply', value: whole, unit: 's', limit: 30 },
    { what: 'import of 1,000 models more', value: thousand, unit: 's', limit: 3 },
    await ms('lines with their counts, p95', () => listLines(tools, first)),
    await ms('lines that a part number leaves, p95', () => listLines(tools, { ...first, q: 'MX-04711' })),
    await ms('models, first page, p95', () => listModels(tools, first)),
    await ms('models, after 9,000, p95', () => listModels(tools, { ...first, after: deep })),
    await ms('models by the end of support, p95', () => listModels(tools, { ...first, sort: 'security-end' })),
    await ms('models by a part of a part number, p95', () => listModels(tools, { ...first, q: '４７１１' })),
    await ms('counts of the sentence and the tabs, p95', () => countProducts(tools, { market: ['DE'] })),
    await ms('search of the palette, p95', () => searchProducts(tools, { q: 'mx-047', limit: 8 })),
    {
      what: 'export of everything as XLSX',
      value: await seconds(() => exportProducts(tools, { format: 'xlsx', language: 'ja' })),
      unit: 's',
      limit: 10,
    },
    ...(await largeFigures(tools)),
  ];
}

/** The same catalogue grown to 100,000 models in 2,000 lines: what the pages of the large demonstration ask. */
async function largeFigures(tools: Tools): Promise<Figure[]> {
  for (let from = lines + 20; from < largeLines; from += linesPerFile)
    await importFile(tools, catalogue(Math.min(linesPerFile, largeLines - from), from));
  const first = { sort: 'name', limit: 50 } as const;
  const asked: [string, () => Promise<unknown>][] = [
    ['lines', () => listLines(tools, first)],
    ['lines that a part number leaves', () => listLines(tools, { ...first, q: 'MX-94711' })],
    ['models, first page', () => listModels(tools, first)],
    ['models by a part of a part number', () => listModels(tools, { ...first, q: '４７１１' })],
    ['models by one sign, which many have', () => listModels(tools, { ...first, q: '4' })],
    ['part numbers by a part', () => listPartNumbers(tools, { q: '47-k', limit: 50 })],
    ['counts of everything', () => countProducts(tools, {})],
    ['counts of what a text leaves', () => countProducts(tools, { q: 'mx-047' })],
    ['search of the palette', () => searchProducts(tools, { q: 'mx-047', limit: 8 })],
  ];
  const figures: Figure[] = [];
  for (const [what, work] of asked)
    figures.push({ what: `100,000 models: ${what}, p95`, value: await p95(work), unit: 'ms', limit: 300 });
  return figures;
}

function catalogue(count: number, from: number): File {
  const header = ['製品シリーズ', '機種', '種別', '型番', '仕向地', 'セキュリティサポート終了', '備考'];
  const rows = Array.from({ length: count * perLine * 2 }, (_, n) => {
    const model = from * perLine + Math.floor(n / 2);
    const name = `MX-${String(model).padStart(5, '0')}`;
    const line = `量産シリーズ${String(Math.floor(model / perLine)).padStart(3, '0')}`;
    const market = model % 7 === 0 ? '日本、ドイツ' : '日本';
    return [line, name, '機器', `${name}-${n % 2 ? 'W' : 'K'}`, market, `${2026 + (model % 9)}/3/31`, ''];
  });
  return new File([writeCsv([header, ...rows], { encoding: 'cp932' }) as Uint8Array<ArrayBuffer>], '製品台帳.csv');
}

async function importFile(tools: Tools, file: File): Promise<void> {
  const { id, preview } = await previewImport(tools, { file });
  if (preview.counts.errors > 0) throw new Error(preview.errors[0]?.message ?? preview.problems[0]?.message);
  await applyImport(tools, { id });
}

async function placeAfter(tools: Tools, count: number): Promise<string> {
  let after: string | undefined;
  for (let seen = 0; seen < count; seen += 500)
    after = (await listModels(tools, { sort: 'name', limit: 500, after })).next ?? undefined;
  return after ?? '';
}

async function p95(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < 60; i++) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  return Math.round(times[56] ?? 0);
}
