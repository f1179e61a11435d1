import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { writeLargeSbom } from '../../test/large-sbom.ts';
import { checkInChild } from '../../test/sbom-child.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'mamori-sbom-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string) => path.join(folder, name);
const MIB = 1024 * 1024;

test('a bill of materials is judged without a server: exit 0, and as data', async () => {
  const parts = writeLargeSbom(file('a.json'), 'json', MIB);
  writeFileSync(file('a.json.gz'), gzipSync(readFileSync(file('a.json'))));

  const { exitCode, output } = await checkInChild(file('a.json'), file('a.json.gz'), '--json');

  expect(exitCode).toBe(0);
  expect(JSON.parse(output)).toMatchObject(
    [0, 1].map(() => ({ isAccepted: true, counts: { parts }, quality: { score: 100 } })),
  );
}, 60_000);

test.each([
  ['ja', '取り込めません', '必須の項目がありません'],
  ['en', 'refused', '"type" is missing'],
])(
  'a refusal in %s has its place, and exit 2',
  async (language, refused, rule) => {
    writeFileSync(
      file('bad.json'),
      '{"bomFormat":"CycloneDX",\n"specVersion":"1.6",\n"components":[{"name":"openssl"}]}',
    );

    const { exitCode, output } = await checkInChild(file('bad.json'), '--language', language);

    expect(exitCode).toBe(2);
    expect(output).toContain(refused);
    expect(output).toContain('$.components[0] (line 3)');
    expect(output).toContain(rule);
  },
  60_000,
);

test('eight times the document takes a part of the memory of eight documents', async () => {
  writeLargeSbom(file('large.xml'), 'xml', 8 * MIB);

  const { exitCode, peakBytes } = await checkInChild(file('large.xml'));

  expect(exitCode).toBe(0);
  expect(peakBytes).toBeLessThan(320 * MIB);
}, 60_000);
