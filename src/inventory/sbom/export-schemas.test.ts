import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyItems } from '../../../test/sbom-arbitrary.ts';
import { type ExportForm, everything, exportForms, readBack, written } from '../../../test/sbom-exporting.ts';
import { inPieces } from '../../../test/sbom-reading.ts';
import { cycloneDxSchemas, type SchemaCheck, spdxSchema } from '../../../test/sbom-schemas.ts';
import { sharedData } from '../../../test/shared.ts';
import { findReader } from './detect.ts';
import { outlineOf } from './outline.ts';
import { type SbomItem, sbomLimits } from './parts.ts';

const cyclonedx = sharedData('sbom/cyclonedx-schemas');
const spdx = sharedData('sbom/spdx-spec-2.3');

function checks(): Map<ExportForm, SchemaCheck> {
  if (!cyclonedx || !spdx) return new Map();
  const checkOf = cycloneDxSchemas(cyclonedx);
  return new Map<ExportForm, SchemaCheck>([
    ['CycloneDX 1.6 JSON', checkOf('1.6', 'json')],
    ['CycloneDX 1.6 XML', checkOf('1.6', 'xml')],
    ['CycloneDX 1.7 JSON', checkOf('1.7', 'json')],
    ['CycloneDX 1.7 XML', checkOf('1.7', 'xml')],
    ['SPDX 2.3 JSON', spdxSchema(spdx)],
  ]);
}

const official = checks();
const problemsOf = async (items: SbomItem[], form: ExportForm) =>
  official.get(form)?.(await written(form, items)) ?? [];

describe.each([...official.keys()])('%s by the official schema', (form) => {
  test('everything is valid', async () => {
    expect(await problemsOf(everything, form)).toEqual([]);
  });

  test('the schema refuses a word of nobody', async () => {
    const broken = (await written(form, everything)).replace(/"CONTAINS"|([" ]type"?[=:]"?)library/, (_all, before) =>
      before ? `${before}nonsense` : '"NONSENSE"',
    );

    expect(official.get(form)?.(broken)).not.toEqual([]);
  });
});

describe.each([...official.keys()])('%s', (form) => {
  test('whatever stands in a bill of materials, the document is valid and is read back without an error', async () => {
    await fc.assert(
      fc.asyncProperty(anyItems, async (items) => {
        expect(await problemsOf(items, form)).toEqual([]);

        const back = await readBack(await written(form, items));
        expect(back.filter((item) => item.is === 'problem' && item.problem.level === 'error')).toEqual([]);
        expect((await outlineOf(back)).parts.size).toBe((await outlineOf(items)).parts.size);
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});

const data = sharedData('sbom');
if (data) {
  const folders = [
    'cyclonedx-examples/SBOM',
    'docfest',
    'three-tools',
    'spdx-spec-2.3/examples',
    'regressions',
    'buildroot',
  ];
  const files = folders
    .flatMap((folder) =>
      (readdirSync(path.join(data, folder), { recursive: true }) as string[]).map((name) => path.join(folder, name)),
    )
    .filter((file) => /\.(?:json|xml|spdx|csv)$/.test(file) && statSync(path.join(data, file)).size < 2_000_000)
    .toSorted();

  test.each(files)(
    '%s is exported validly in every form',
    async (file) => {
      const bytes = readFileSync(path.join(data, file));
      const reader = findReader(bytes.subarray(0, 65_536), file);
      if (!reader) return;
      const items = await Array.fromAsync(reader.read(inPieces(bytes), sbomLimits));

      const found: string[] = [];
      for (const form of exportForms) {
        for (const problem of (await problemsOf(items, form)).slice(0, 3)) found.push(`${form}: ${problem}`);
      }

      expect(found).toEqual([]);
    },
    60_000,
  );
}
