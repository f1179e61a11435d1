import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { inPieces } from '../../../test/sbom-reading.ts';
import { sharedData } from '../../../test/shared.ts';
import type { SbomCheck } from './check.ts';
import { checkSbom } from './check-sbom.ts';

function check(file: string): Promise<SbomCheck> {
  return checkSbom({ name: path.basename(file), sizeBytes: statSync(file).size, read: () => createReadStream(file) });
}

const filesOf = (folder: string, like: RegExp) =>
  (readdirSync(folder, { recursive: true }) as string[]).filter((file) => like.test(file)).toSorted();

const examples = sharedData('sbom/cyclonedx-examples');
if (examples) {
  describe('real CycloneDX documents', () => {
    const files = filesOf(examples, /(?:bom|bom\.1\.[24])\.(?:json|xml)$/).filter(
      (file) => !/bom\.1\.[01]\./.test(file),
    );

    test.each(files)('%s is accepted', async (file) => {
      const { isAccepted, problems } = await check(path.join(examples, file));

      expect({ isAccepted, errors: problems.filter(({ level }) => level === 'error') }).toEqual({
        isAccepted: true,
        errors: [],
      });
    });

    test.each(files.filter((file) => file.endsWith('.json')))(
      '%s has as many parts as an independent count',
      async (file) => {
        const { components = [] } = JSON.parse(readFileSync(path.join(examples, file), 'utf8'));

        const { counts } = await check(path.join(examples, file));

        expect(counts.parts).toBe(count(components));
      },
    );
  });
}

const regressions = sharedData('sbom/regressions');
if (regressions) {
  describe('what other tools once fell over', () => {
    test.each(filesOf(regressions, /\.json$/).filter((file) => !/sarif|invalid\.json/.test(file)))(
      '%s has as many parts as an independent count',
      async (file) => {
        const { components = [], metadata } = JSON.parse(readFileSync(path.join(regressions, file), 'utf8'));
        const inSubject = metadata?.component?.components ?? [];

        const { counts, isAccepted } = await check(path.join(regressions, file));

        expect({ isAccepted, parts: counts.parts }).toEqual({
          isAccepted: true,
          parts: count(components) + count(inSubject),
        });
      },
    );

    test.each(filesOf(regressions, /unit\/(?:bom-1|cyclonedx\/valid-bom-1\.[2-7])\.xml$/))(
      '%s has as many parts as its text has components',
      async (file) => {
        const text = readFileSync(path.join(regressions, file), 'utf8');
        // Without those of tools, subjects, ancestors and what else is no part.
        const inside = text.replace(
          /<(metadata|pedigree|evidence|formulation|annotations|vulnerabilities)>[\s\S]*?<\/\1>/g,
          '',
        );

        const { counts, isAccepted } = await check(path.join(regressions, file));

        expect({ isAccepted, parts: counts.parts }).toEqual({
          isAccepted: true,
          parts: inside.match(/<component /g)?.length,
        });
      },
    );
  });
}

type Nested = { components?: Nested[] };
const count = (components: Nested[]): number =>
  components.reduce((sum, one) => sum + 1 + count(one.components ?? []), 0);

const elements = sharedData('sbom/ntia-minimum-elements');
if (elements) {
  // The folder says which element its documents lack. What a concluded licence is, is no minimum element.
  const named: Record<string, string> = {
    missing_author_name: 'author',
    missing_component_version: 'version',
    missing_dependency_relationships: 'relation',
    missing_supplier_name: 'supplier',
    missing_timestamp: 'timestamp',
    missing_unique_identifiers: 'unique-id',
  };
  describe('documents that lack one minimum element', () => {
    const files = Object.keys(named).flatMap((folder) =>
      filesOf(path.join(elements, folder), /\.(?:json|ya?ml|spdx)$/).map((file) => `${folder}/${file}`),
    );

    test.each(files)('%s: it is named', async (file) => {
      const { missingElements, problems } = await check(path.join(elements, file));

      // A package without its SPDXID cannot be read at all: that refusal names it.
      const isRefused = problems.some(({ rule }) => rule === 'spdx-id-missing');
      const found = isRefused ? ['unique-id'] : missingElements.map(({ element }) => element);
      expect({ found, problems }).toMatchObject({ found: expect.arrayContaining([named[path.dirname(file)]]) });
    });

    // SPDX 3; and one name taken out of the whole document, for the set has it only in the shape of SPDX before 2.2.
    test.each([
      ['spdx3/missing_supplier_name.json', ['supplier']],
      ['spdx3/missing_version.json', ['version']],
      ['spdx3/no_elements_missing.json', []],
    ])('%s: %j', async (file, expected) => {
      const { missingElements, isAccepted } = await check(path.join(elements, file));

      expect(isAccepted).toBe(true);
      expect(missingElements.map(({ element }) => element)).toEqual(expected);
    });

    test('a component name that is taken out is named', async () => {
      const document = JSON.parse(readFileSync(path.join(elements, 'spdx3/no_elements_missing.json'), 'utf8'));
      const dataset = document['@graph'].find(({ type }: { type: string }) => type === 'dataset_DatasetPackage');
      delete dataset.name;
      const bytes = new TextEncoder().encode(JSON.stringify(document));

      const { missingElements } = await checkSbom({
        name: 'bom',
        sizeBytes: bytes.length,
        read: () => inPieces(bytes),
      });

      expect(missingElements.map(({ element }) => element)).toEqual(['name']);
    });

    // In these one package is held by a file alone. A file is no part that a package stands in, so no relation is left;
    // nothing else may be called missing.
    const whole = filesOf(path.join(elements, 'no_elements_missing'), /\.(?:json|ya?ml|spdx)$/);
    test.each(whole)('no_elements_missing/%s: only the relation is', async (file) => {
      const { missingElements, isAccepted } = await check(path.join(elements, 'no_elements_missing', file));

      expect({ isAccepted, missing: missingElements.map(({ element }) => element) }).toEqual({
        isAccepted: true,
        missing: ['relation'],
      });
    });
  });
}
