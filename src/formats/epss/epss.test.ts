import { expect, test } from 'vitest';
import { type EpssHead, isEpss, readEpss } from './index.ts';

async function read(text: string, size = 7) {
  const head: EpssHead = { model: null, scoredOn: null };
  const items = await Array.fromAsync(readEpss(pieces(text, size), head));
  return {
    head,
    rows: items.flatMap((item) => ('row' in item ? [item.row] : [])),
    problems: items.flatMap((item) => ('problem' in item ? [item.problem] : [])),
  };
}

async function* pieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

const rows = 'CVE-2020-5902,0.96817,0.99999\nCVE-2018-19571,4.3e-04,0.1';
const percentile = [
  { cve: 'CVE-2020-5902', probability: 0.96817, percentile: 0.99999 },
  { cve: 'CVE-2018-19571', probability: 0.00043, percentile: 0.1 },
];

test.each([
  ['with model and day', `#model_version:v2025.03.14,score_date:2026-11-01T12:55:00Z\ncve,epss,percentile\n${rows}`],
  [
    'with quotes and CRLF',
    `#model_version:v2025.03.14,score_date:2026-11-01T00:00:00+0000\r\n"cve","epss","percentile"\r\n${rows.replaceAll(/[^,\n]+/g, '"$&"').replaceAll('\n', '\r\n')}\r\n`,
  ],
])('a file %s', async (_, text) => {
  expect(isEpss(text)).toBe(true);
  expect(await read(text)).toEqual({
    head: { model: 'v2025.03.14', scoredOn: '2026-11-01' },
    rows: percentile,
    problems: [],
  });
});

test('a file of before September 2021 has no percentile, and none of before 2022 a model', async () => {
  const text = 'cve,epss\nCVE-2020-5902,0.65117\n';

  expect(await read(text)).toEqual({
    head: { model: null, scoredOn: null },
    rows: [{ cve: 'CVE-2020-5902', probability: 0.65117, percentile: null }],
    problems: [],
  });
});

test.each([
  'CVE-20-1,0.5,0.5',
  'cve-2020-5902,0.5,0.5',
  'CVE-2020-5902,0.5',
  'CVE-2020-5902,0.5,0.5,0.5',
  'CVE-2020-5902,,0.5',
  'CVE-2020-5902,1.5,0.5',
  'CVE-2020-5902,-0.1,0.5',
  'CVE-2020-5902,0x1,0.5',
  'CVE-2020-5902,0.5,NaN',
  '#model_version:v1,score_date:2020-01-01',
  `CVE-2020-5902,${'9'.repeat(5_000)},0.5`,
])('%.40j is a problem with its line, and the rest is read', async (bad) => {
  const { head, rows: read_, problems } = await read(`#model_version:v2\ncve,epss,percentile\n${bad}\n\n${rows}`, 900);

  expect(problems).toMatchObject([{ path: 'line 3' }]);
  expect(read_).toEqual(percentile);
  expect(head).toEqual({ model: 'v2', scoredOn: null });
});

test('a day that is none is told, and the scores are read', async () => {
  const {
    head,
    rows: read_,
    problems,
  } = await read(`#model_version:v2,score_date:2026-02-30T00:00\ncve,epss,percentile\n${rows}`);

  expect([head.scoredOn, problems.map(({ path }) => path), read_.length]).toEqual([null, ['line 1'], 2]);
});

test('another header ends the reading, and so do a thousand rows that are none', async () => {
  const other = await read(`#model_version:v2\ninvalid,header,format\n${rows}`);
  const rubbish = await read(`cve,epss\n${'x\n'.repeat(5_000)}`, 4_000);

  expect(isEpss('#model_version:v2\ninvalid,header,format')).toBe(true);
  expect([other.rows, other.problems.map(({ path }) => path)]).toEqual([[], ['line 2']]);
  expect(rubbish.problems).toHaveLength(1_001);
});
