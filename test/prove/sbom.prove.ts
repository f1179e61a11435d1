import { createReadStream, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { type ByteSource, unpack } from '#formats/packing';
import { checkSbom } from '#inventory';
import { sbomLimits } from '#inventory/pure';
import { writeLargeSbom } from '../large-sbom.ts';
import { checkInChild } from '../sbom-child.ts';

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

test.each(['json', 'xml'] as const)(
  '64 MiB of CycloneDX in %s are checked within 512 MB, 65 MiB are refused within 1 s',
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

test.each([
  ['gzip', gzipSync],
  ['zstd', zstdCompressSync],
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
