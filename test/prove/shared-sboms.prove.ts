import { createReadStream, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runImport } from '../../src/inventory/run-import.ts';
import { findSbomImport } from '../../src/inventory/store/sbom-imports.ts';
import { takeSbom } from '../../src/inventory/take-sbom.ts';
import { freshDatabase } from '../database.ts';
import { aModel, aRelease } from '../products.ts';
import { withFolder } from '../sbom-bytes.ts';
import { sharedData } from '../shared.ts';

const { db, system } = await freshDatabase();
const tools = withFolder()(system);
const shared = sharedData('sbom');

if (shared)
  test('every document that we have is stored or refused with its place', async () => {
    const files = (readdirSync(shared, { recursive: true }) as string[]).toSorted();
    const { id: modelId } = await aModel(db);
    const figures: Record<string, number> = {};
    const wrong: unknown[] = [];

    for (const [at, name] of files.entries()) {
      const file = path.join(shared, name);
      const status = statSync(file);
      if (!status.isFile()) continue;
      const release = await aRelease(db, { modelId, version: `${at}` });
      const coming = { name: path.basename(file), sizeBytes: status.size, content: () => createReadStream(file) };
      const { id } = await takeSbom(tools, { releaseId: release.id, file: coming, origin: 'command' });
      await runImport(tools, id);
      const row = await findSbomImport(db, id);
      const state = row?.state ?? 'lost';
      figures[state] = (figures[state] ?? 0) + 1;
      const { place } = row?.result?.problems[0] ?? {};
      if (state === 'stored' || state === 'needs-mapping' || (state === 'refused' && place)) continue;
      wrong.push({ name, state, problem: row?.problem });
    }

    if (process.env.MAMORI_FIGURES) writeFileSync(process.env.MAMORI_FIGURES, JSON.stringify(figures));
    expect(wrong).toEqual([]);
    expect(figures.stored).toBeGreaterThan(100);
  }, 900_000);
