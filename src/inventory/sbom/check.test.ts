import { expect, test } from 'vitest';
import { checkSbom } from './check-sbom.ts';
import { type SbomLimits, sbomLimits } from './parts.ts';

function check(document: object | string, limits: SbomLimits = sbomLimits) {
  const bytes = new TextEncoder().encode(typeof document === 'string' ? document : JSON.stringify(document));
  async function* read() {
    yield bytes;
  }
  return checkSbom({ name: 'bom.json', sizeBytes: bytes.length, read }, limits);
}

const openssl = {
  type: 'library',
  'bom-ref': 'openssl',
  name: 'openssl',
  version: '3.0.3',
  supplier: { name: 'OpenSSL' },
  purl: 'pkg:generic/openssl@3.0.3',
  licenses: [{ expression: 'Apache-2.0' }],
  hashes: [{ alg: 'SHA-256', content: 'a'.repeat(64) }],
};

const complete = {
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  metadata: {
    timestamp: '2026-11-01T09:00:00+09:00',
    authors: [{ name: '港電機' }],
    component: { type: 'firmware', 'bom-ref': 'fw', name: 'camera', version: '1.2', supplier: { name: '港電機' } },
  },
  components: [openssl],
  dependencies: [{ ref: 'fw', dependsOn: ['openssl'] }],
};

test('a whole document has nothing missing and every point', async () => {
  const result = await check(complete);

  expect(result).toMatchObject({
    isAccepted: true,
    head: {
      format: 'cyclonedx',
      formatVersion: '1.6',
      createdAt: '2026-11-01T00:00:00Z',
      authors: ['港電機'],
      subject: 'fw',
    },
    counts: { parts: 1, distinct: 1, merged: 0, dependsOn: 1 },
    withoutIdentity: { count: 0 },
    missingElements: [],
    quality: { score: 100 },
    problems: [],
  });
});

const { supplier: _supplier, ...withoutSupplier } = openssl;
const { version: _version, ...withoutVersion } = openssl;
const { purl: _purl, hashes: _hashes, 'bom-ref': _ref, ...withoutId } = openssl;
const { metadata } = complete;

test.each([
  ['supplier', { ...complete, components: [withoutSupplier] }],
  ['name', { ...complete, components: [{ ...openssl, name: '' }] }],
  ['version', { ...complete, components: [withoutVersion] }],
  ['unique-id', { ...complete, components: [withoutId] }],
  ['relation', { ...complete, dependencies: [] }],
  ['author', { ...complete, metadata: { ...metadata, authors: [] } }],
  ['timestamp', { ...complete, metadata: { ...metadata, timestamp: undefined } }],
])('a missing %s is named', async (element, document) => {
  const { missingElements, quality, isAccepted } = await check(document);

  expect(missingElements.map((missing) => missing.element)).toEqual([element]);
  expect(isAccepted).toBe(true);
  if (element !== 'name' && element !== 'unique-id') expect(quality?.score).toBeLessThan(100);
});

test.each([
  [{ purl: undefined }, 1],
  [{ purl: 'openssl 3' }, 1],
  [{ purl: undefined, cpe: 'cpe:2.3:a:*:openssl:3.0.3:*:*:*:*:*:*:*' }, 1],
  [{ purl: undefined, cpe: 'cpe:2.3:a:openssl:openssl:3.0.3:*:*:*:*:*:*:*' }, 0],
  [{ purl: 'pkg:generic/openssl', version: undefined }, 1],
  [{ type: 'file', purl: undefined }, 0],
  // Not shipped: there is nothing to look up.
  [{ scope: 'excluded', purl: undefined }, 0],
])('identity: %j leaves %i without', async (changes, count) => {
  const { withoutIdentity } = await check({ ...complete, components: [{ ...openssl, ...changes }] });

  expect(withoutIdentity.count).toBe(count);
});

test('the same component named twice is merged, another version is not', async () => {
  const components = [openssl, { ...openssl, 'bom-ref': 'again' }, { ...openssl, 'bom-ref': 'old', version: '1.1.1k' }];

  const { counts } = await check({ ...complete, components });

  expect(counts).toMatchObject({ parts: 3, distinct: 2, merged: 1 });
});

test('nested components are parts, with an edge from the one around them', async () => {
  const outer = { ...openssl, components: [{ ...openssl, 'bom-ref': 'inner', name: 'libcrypto' }] };

  const { counts, missingElements } = await check({ ...complete, components: [outer], dependencies: [] });

  expect(counts).toMatchObject({ parts: 2, contains: 1, dependsOn: 0 });
  expect(missingElements).toEqual([]);
});

test('relations to nothing are a warning, and do not block', async () => {
  const { isAccepted, problems } = await check({ ...complete, dependencies: [{ ref: 'fw', dependsOn: ['nothing'] }] });

  expect(isAccepted).toBe(true);
  expect(problems).toMatchObject([{ level: 'warning', rule: 'unknown-ref' }]);
});

test.each([
  [
    '{"bomFormat":"CycloneDX","specVersion":"1.6","components":[{"type":"library","name":"a","name":"b"}]}',
    'duplicate-key',
    '$.components[0].name (line 1)',
  ],
  ['{"bomFormat":"CycloneDX","specVersion":"1.6"', 'truncated', '$.specVersion (line 1)'],
  [`{"bomFormat":"CycloneDX","x":${'['.repeat(10_000)}`, 'too-deep', '$.x'],
  ['PK something', 'unknown-format', 'bom.json'],
  ['', 'unknown-format', 'bom.json'],
])('%.60s is refused by the rule %s', async (text, rule, place) => {
  const { isAccepted, problems } = await check(text);

  expect(isAccepted).toBe(false);
  expect(problems).toMatchObject([{ level: 'error', rule, place: expect.stringContaining(place) }]);
});

test('limits refuse, by name', async () => {
  const tight = { unpackedBytes: 100_000, parts: 1, depth: 200 };

  const [parts, bytes] = await Promise.all([
    check({ ...complete, components: [openssl, { ...openssl, 'bom-ref': 'b' }] }, tight),
    check(complete, { ...tight, unpackedBytes: 10 }),
  ]);

  expect(parts.problems).toMatchObject([{ rule: 'too-many-parts' }]);
  expect(bytes.problems).toMatchObject([{ rule: 'too-large', message: expect.stringContaining('at most 10 ') }]);
});
