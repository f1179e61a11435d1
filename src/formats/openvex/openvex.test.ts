import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sharedData } from '../../../test/shared.ts';
import { jsonFilesIn, openVexSchema } from '../../../test/vex-schemas.ts';
import { FormatProblem } from '../problem.ts';
import { type OpenVex, obstaclesOfOpenVex, readOpenVex, writeOpenVex } from './index.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

function documentOf(value: unknown): OpenVex {
  const read = readOpenVex(bytesOf(JSON.stringify(value)));
  if ('problems' in read) throw new FormatProblem(read.problems);
  return read.document;
}

const head = {
  '@context': 'https://openvex.dev/ns/v0.2.0',
  '@id': 'https://example.com/vex/1',
  author: 'Example PSIRT',
  timestamp: '2026-11-01T09:00:00+09:00',
  version: 1,
};
const product = { '@id': 'pkg:generic/router@1.2', subcomponents: [{ '@id': 'pkg:deb/debian/zlib@1.2' }] };
const statement = { vulnerability: { name: 'CVE-2026-1001' }, products: [product], status: 'fixed' };

test('what is written reads as it was', () => {
  const document = documentOf({ ...head, statements: [statement, { ...statement, status: 'under_investigation' }] });

  expect(documentOf(JSON.parse(writeOpenVex(document)))).toEqual(document);
});

test('a document of 0.0 names vulnerabilities, products and parts by a text each', () => {
  const old = { vulnerability: 'CVE-2026-1001', products: ['pkg:generic/router@1.2'], status: 'fixed' };
  const document = documentOf({ ...head, '@context': 'https://openvex.dev/ns', version: '3', statements: [old] });

  expect(document.version).toBe(3);
  expect(document.statements).toEqual([
    { vulnerability: { name: 'CVE-2026-1001' }, products: [{ '@id': 'pkg:generic/router@1.2' }], status: 'fixed' },
  ]);
});

test.each([
  [[], [['/statements', 'no-statements']]],
  [[{ ...statement, products: [] }], [['/statements/0', 'no-product']]],
  [[statement, { ...statement, status: 'not_affected' }], [['/statements/1', 'not-justified']]],
  [[{ ...statement, status: 'affected' }], [['/statements/0', 'no-action']]],
  [[{ ...statement, products: [{ hashes: { 'sha-256': 'ab' } }] }], [['/statements/0/products/0', 'unnamed-product']]],
])('%j is understood, and not written', (statements, expected) => {
  const document = documentOf({ ...head, statements });

  expect(obstaclesOfOpenVex(document).map(({ path: place, rule }) => [place, rule])).toEqual(expected);
  expect(() => writeOpenVex(document)).toThrow(FormatProblem);
});

test.each([
  [{ ...head, '@context': 'https://example.com/vex', statements: [statement] }, '/@context'],
  [{ ...head, timestamp: 'yesterday', statements: [statement] }, '/timestamp'],
  [{ ...head, statements: [{ ...statement, status: 'maybe' }] }, '/statements/0/status'],
  [{ ...head, statements: [{ ...statement, justification: 'because' }] }, '/statements/0/justification'],
  [{ ...head, statements: {} }, '/statements'],
])('a wrong document is refused with the place', (value, place) => {
  expect(readOpenVex(bytesOf(JSON.stringify(value)))).toMatchObject({
    problems: [{ path: place, rule: 'wrong-shape' }],
  });
});

const spec = sharedData('vex/openvex-spec');
if (spec) {
  // The specification shows fragments too; whole documents are those with a context.
  const blocks = readFileSync(path.join(spec, 'OPENVEX-SPEC.md'), 'utf8').matchAll(/```json\n(.*?)```/gs);
  const shown = [...blocks].map(([, text]) => text as string).filter((text) => text.includes('"@context"'));
  const check = openVexSchema(spec);

  test('the examples of the specification are read, and those that are complete are written as its schema asks', () => {
    const outcomes = shown.map((text) => {
      const read = readOpenVex(bytesOf(text));
      if ('problems' in read) return read.problems.map(({ rule }) => rule);
      const obstacles = obstaclesOfOpenVex(read.document);
      return obstacles.length > 0 ? obstacles.map(({ rule }) => rule) : check(writeOpenVex(read.document));
    });

    // The ledger: two examples there have a comma too many or too few, and are no JSON.
    expect(outcomes).toEqual([[], [], ['malformed'], ['malformed']]);
  });
}

const pairs = sharedData('vex/pairs');
if (pairs) {
  const files = jsonFilesIn(pairs, /openvex.*json$/);

  test.each(files)('%s is read', (name) => {
    expect(readOpenVex(readFileSync(path.join(pairs, name)))).toHaveProperty('document');
  });
}
