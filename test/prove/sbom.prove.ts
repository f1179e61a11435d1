import { createReadStream, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { type ByteSource, unpack } from '#formats/packing';
import { checkSbom } from '#inventory';
import { sbomLimits } from '#inventory/pure';
import { writeLargeSbom } from '../large-sbom.ts';
import { randomOf, seedOfRun } from '../random.ts';
import { checkInChild } from '../sbom-child.ts';
import { fuzz, fuzzed } from '../sbom-fuzzing.ts';

const MIB = 1024 * 1024;
const folder = mkdtempSync(path.join(tmpdir(), 'mamori-sbom-'));
const figures: Record<string, number> = {};

afterAll(() => {
  rmSync(folder, { recursive: true });
  if (process.env.MAMORI_FIGURES) writeFileSync(process.env.MAMORI_FIGURES, JSON.stringify(figures));
});

const sourceOf = (file: string): ByteSource => ({
  name: path.basename(file),
  sizeBytes: statSync(file).size,
  read: () => createReadStream(file, { highWaterMark: MIB }),
});

// 64 MiB hold some 100,000 components or more in each form.
test.each(['json', 'xml', 'spdx', 'spdx3'] as const)(
  '64 MiB of %s are checked within 512 MB, 65 MiB are refused within 1 s',
  async (form) => {
    const file = path.join(folder, `bom.${form}`);
    const parts = writeLargeSbom(file, form, 64 * MIB);

    const { exitCode, output, peakBytes, ms } = await checkInChild(file, '--json');

    expect({ exitCode, counts: JSON.parse(output)[0].counts }).toMatchObject({
      exitCode: 0,
      counts: { parts, merged: 0, dependsOn: parts },
    });
    expect(parts).toBeGreaterThan(100_000);
    expect(peakBytes).toBeLessThanOrEqual(512 * 1_000_000);
    Object.assign(figures, { [`${form}Parts`]: parts, [`${form}PeakBytes`]: peakBytes, [`${form}Ms`]: Math.round(ms) });

    writeLargeSbom(file, form, 65 * MIB);
    const started = performance.now();
    const refused = await checkSbom(sourceOf(file));
    const refusedMs = performance.now() - started;

    expect(refused.problems).toMatchObject([{ rule: 'too-large', message: expect.stringContaining(String(64 * MIB)) }]);
    expect(refusedMs).toBeLessThan(1_000);
  },
);

test.each<[string, (plain: Uint8Array) => Uint8Array]>([
  ['gzip', gzipSync],
  ['zstd', zstdCompressSync],
  ['zip', (plain) => zipSync({ 'bom.json': plain })],
])('65 MiB packed by %s are refused within 1 s', async (name, pack) => {
  const plain = path.join(folder, 'plain.json');
  writeLargeSbom(plain, 'json', 65 * MIB);
  const file = path.join(folder, `packed.${name}`);
  writeFileSync(file, pack(readFileSync(plain)));

  const started = performance.now();
  const attempt = unpack(sourceOf(file), sbomLimits.unpackedBytes);

  await expect(attempt).rejects.toMatchObject({ rule: 'too-large', details: { limit: 64 * MIB } });
  const ms = performance.now() - started;
  figures[`${name}RefusedMs`] = Math.round(ms);
  expect(ms).toBeLessThan(1_000);
});

// A shard changes its share of the documents, by a seed of its own. MAMORI_FUZZ asks for fewer, which proves less.
const [shard = 1, shards = 1] = (process.env.MAMORI_SHARD ?? '1/1').split('/').map(Number);
const rounds = Math.ceil(Number(process.env.MAMORI_FUZZ ?? 1_000_000) / shards);

test.each(Object.keys(fuzzed))('1,000,000 changed documents of %s are read or refused, none takes 5 s', async (id) => {
  const { parts, placeless, wordless, slowestMs } = await fuzz(id, { rounds, random: randomOf(seedOfRun(7) + shard) });

  figures[`${id}Changed`] = rounds;
  figures[`${id}SlowestMs`] = Math.round(slowestMs);
  expect(parts).toBeGreaterThan(rounds / 20);
  expect({ placeless, wordless }).toEqual({ placeless: 0, wordless: [] });
  expect(slowestMs).toBeLessThan(5_000);
});
