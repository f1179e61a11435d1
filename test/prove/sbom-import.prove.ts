import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { prepareServerRole } from '#platform/server-role';
import { freshDatabase } from '../database.ts';
import { importInChild } from '../import-child.ts';
import { writeLargeSbom } from '../large-sbom.ts';
import { aRelease } from '../products.ts';

const MIB = 1024 * 1024;
const folder = mkdtempSync(path.join(tmpdir(), 'mamori-import-'));
const figures: Record<string, number> = {};
const { db, ownerUrl } = await freshDatabase();

afterAll(() => {
  rmSync(folder, { recursive: true });
  if (process.env.MAMORI_FIGURES) writeFileSync(process.env.MAMORI_FIGURES, JSON.stringify(figures));
});

test.each(['json', 'xml', 'spdx', 'spdx3'] as const)(
  '64 MiB of %s are imported within 512 MB, and nobody else waits for long',
  async (form) => {
    const file = path.join(folder, `bom.${form}`);
    const written = writeLargeSbom(file, form, 64 * MIB);
    const release = await aRelease(db);

    const done = await importInChild(await prepareServerRole(ownerUrl), folder, release.id, file);

    for (const [name, value] of Object.entries(done)) if (typeof value === 'number') figures[`${form}.${name}`] = value;
    expect(done).toMatchObject({ state: 'stored', problem: null, parts: written });
    expect(done.peakBytes).toBeLessThanOrEqual(512 * 1_000_000);
    expect(done.p99PauseMs).toBeLessThanOrEqual(100);
    const tally = await db
      .selectFrom('release_tally')
      .select('components')
      .where('release_key', '=', release.key)
      .executeTakeFirst();
    expect(tally?.components).toBe(written);
  },
  240_000,
);
