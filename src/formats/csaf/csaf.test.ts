import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { sharedData } from '../../../test/shared.ts';
import { csafSchema, jsonFilesIn } from '../../../test/vex-schemas.ts';
import { FormatProblem } from '../problem.ts';
import { type Csaf, obstaclesOfCsafVex, productIdsOf, productsOfTree, readCsaf, writeCsafVex } from './index.ts';

function documentOf(bytes: Uint8Array): Csaf {
  const read = readCsaf(bytes);
  if ('problems' in read) throw new FormatProblem(read.problems);
  return read.document;
}

const tree = {
  branches: [
    {
      ...{ category: 'vendor', name: 'Example' },
      branches: [
        {
          ...{ category: 'product_name', name: 'Router' },
          branches: [
            {
              ...{ category: 'product_version', name: '1.2' },
              product: {
                ...{ name: 'Example Router 1.2', product_id: 'R' },
                product_identification_helper: { cpe: 'cpe:2.3:o:example:router:1.2:*:*:*:*:*:*:*' },
              },
            },
            {
              ...{ category: 'product_version_range', name: 'vers:semver/<1.2' },
              product: { name: 'Example Router before 1.2', product_id: 'R-old' },
            },
          ],
        },
      ],
    },
  ],
  full_product_names: [
    { name: 'zlib', product_id: 'Z', product_identification_helper: { purl: 'pkg:deb/debian/zlib@1.2' } },
  ],
  relationships: [
    {
      ...{ category: 'default_component_of', product_reference: 'Z', relates_to_product_reference: 'R' },
      full_product_name: { name: 'zlib in Router 1.2', product_id: 'Z:R' },
    },
  ],
  product_groups: [{ group_id: 'G', product_ids: ['R', 'R-old'] }],
};

test('a product has what the branches above it, its helper and its relationship say', () => {
  const products = productsOfTree(tree);

  expect([...products.keys()]).toEqual(['R', 'R-old', 'Z', 'Z:R']);
  expect(products.get('R')).toMatchObject({ vendor: 'Example', product: 'Router', version: '1.2', isRange: false });
  expect(products.get('R-old')).toMatchObject({ version: 'vers:semver/<1.2', isRange: true });
  expect(products.get('Z')).toMatchObject({ purls: ['pkg:deb/debian/zlib@1.2'], version: null, relation: null });
  expect(products.get('Z:R')?.relation).toEqual({ category: 'default_component_of', part: 'Z', whole: 'R' });
});

test('groups stand for their products, and nothing is named twice', () => {
  expect(productIdsOf({ product_ids: ['R'], group_ids: ['G', 'unknown'] }, tree)).toEqual(['R', 'R-old']);
});

test('a tree as deep as the reader allows is walked', () => {
  let branches: unknown[] = [{ category: 'product_version', name: '1', product: { name: 'deep', product_id: 'D' } }];
  for (let depth = 0; depth < 80; depth += 1) branches = [{ category: 'product_family', name: 'family', branches }];

  expect(productsOfTree({ branches } as never).get('D')?.version).toBe('1');
});

const examples = ['2.0', '2.1'].flatMap((version) => {
  const folder = sharedData(`csaf/oasis-${version}-examples`);
  return folder ? jsonFilesIn(folder, /^csaf\/.*\.json$/).map((name) => path.join(folder, name)) : [];
});
const schemas = sharedData('csaf/oasis-2.0-schemas');

if (examples.length > 0) {
  test.each(examples)('%s is read', (file) => {
    const document = documentOf(readFileSync(file));

    expect(productsOfTree(document.product_tree ?? {}).size).toBeGreaterThan(0);
    if (file.includes('/csaf_vex/')) expect(obstaclesOfCsafVex(document)).toEqual([]);
  });
}

if (schemas) {
  const check = csafSchema(schemas);

  test.each(examples.filter((file) => file.includes('-2.0-') && file.includes('/csaf_vex/')))(
    '%s is written as the schema asks, and says the same',
    (file) => {
      const document = documentOf(readFileSync(file));
      const text = writeCsafVex(document);

      expect(check(text)).toEqual([]);
      expect(documentOf(new TextEncoder().encode(text))).toEqual(document);
    },
  );
}

const pairs = sharedData('vex/pairs');
if (pairs) {
  test.each(jsonFilesIn(pairs, /csaf.*json$/))('%s is read', (name) => {
    expect(readCsaf(readFileSync(path.join(pairs, name)))).toHaveProperty('document');
  });
}

const official = sharedData('csaf/oasis-2.0-tests');
if (official) {
  const folder = path.join(official, 'validator/data/mandatory');
  const documents = jsonFilesIn(folder, /-6-1-.*\.json$/).flatMap((name) => {
    const read = readCsaf(readFileSync(path.join(folder, name)));
    return 'document' in read && read.document.document.category === 'csaf_vex' ? [{ name, csaf: read.document }] : [];
  });
  // Files are called 6-1-<test>-<case>; cases below 11 break the test, the others hold.
  const caseOf = (name: string) => /-6-1-([\d-]+)-(\d\d)\.json$/.exec(name) ?? [];
  const ruleOf = (name: string) => `6.1.${caseOf(name)[1]?.split('-').map(Number).join('.')}`;
  const isBroken = (name: string) => Number(caseOf(name)[2]) < 11;

  describe('the official tests of documents that say they are VEX', () => {
    test.each(documents)('$name', ({ name, csaf }) => {
      const rules = obstaclesOfCsafVex(csaf).map(({ rule }) => String(rule));

      if (isBroken(name)) expect(rules).toContain(ruleOf(name));
      else expect(rules).toEqual([]);
    });
  });
}
