import { gzipSync, zstdCompressSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { inPieces } from '../../../test/sbom-reading.ts';
import { unpack } from '../../formats/packing/index.ts';
import { checkSbom } from './check-sbom.ts';
import { sbomLimits } from './parts.ts';

function check(content: string, name = 'bom') {
  const bytes = new TextEncoder().encode(content);
  return checkSbom({ name, sizeBytes: bytes.length, read: () => inPieces(bytes) });
}

const cdx = (inside: string) => `{"bomFormat":"CycloneDX","specVersion":"1.6",${inside}}`;
const spdx2 = (inside: string) => `{"spdxVersion":"SPDX-2.3","SPDXID":"SPDXRef-DOCUMENT",${inside}}`;
const spdx3 = (inside: string) => `{"@context":"https://spdx.org/rdf/3.0.1/spdx-context.jsonld",${inside}}`;
const xml = (inside: string, before = '') =>
  `<?xml version="1.0"?>\n${before}<bom xmlns="http://cyclonedx.org/schema/bom/1.6" version="1">${inside}</bom>`;

const deep = '['.repeat(10_000);
const laughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');
const twice = '{"name":"a","name":"b"}';
const aliases = Array.from({ length: 9 }, (_, n) => `l${n + 1}: &l${n + 1} [${Array(9).fill(`*l${n}`).join(', ')}]`);

test.each<[string, string, string, string]>([
  ['billion laughs', xml('&l9;', `<!DOCTYPE bom [<!ENTITY l0 "ha">${laughs}]>\n`), 'doctype', 'line 2'],
  ['an external entity', xml('&x;', '<!DOCTYPE bom [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n'), 'doctype', 'line 2'],
  ['an external document type', xml('', '<!DOCTYPE bom SYSTEM "http://example.com/x.dtd">\n'), 'doctype', 'line 2'],
  ['an entity that is not declared', xml('<components>&x;</components>'), 'malformed', 'line 2'],
  [
    'aliases in YAML that multiply',
    ['spdxVersion: SPDX-2.3', 'l0: &l0 [x]', ...aliases].join('\n'),
    'spdx-yaml-alias',
    'file',
  ],
  ['10,000 levels in CycloneDX JSON', cdx(`"x":${deep}`), 'too-deep', '$.x'],
  [
    '10,000 levels in a component',
    cdx(`"components":[{"type":"library","name":"a","hashes":${deep}`),
    'too-deep',
    '$.components[0].hashes',
  ],
  ['10,000 levels in CycloneDX XML', xml('<components><component>'.repeat(5_000)), 'too-deep', 'line 2'],
  ['10,000 levels in SPDX 2.3', spdx2(`"packages":${deep}`), 'spdx-too-deep', '$.packages'],
  ['10,000 levels in SPDX 3', spdx3(`"@graph":${deep}`), 'spdx-too-deep', '$["@graph"]'],
  ['10,000 levels in YAML', `spdxVersion: ${deep}`, 'spdx-not-yaml', 'line 1'],
  ['an anchor of a control character in a key', 'spdxVersion: SPDX-2.3\n[&\0 a]: b\n', 'spdx-not-yaml', 'file'],
  ['10,000 levels in a manifest', `manifests:\n- manifest: ${deep}`, 'not-yaml', 'line 2'],
  ['a key twice in CycloneDX', cdx(`"components":[${twice}]`), 'duplicate-key', '$.components[0].name (line 1)'],
  ['a key twice in SPDX 2.3', spdx2(`"packages":[${twice}]`), 'spdx-duplicate-key', '$.packages[0].name (line 1)'],
  ['a key twice in SPDX 3', spdx3(`"@graph":[${twice}]`), 'spdx-duplicate-key', '$["@graph"][0].name (line 1)'],
  ['a key twice in YAML', 'spdxVersion: SPDX-2.3\nSPDXID: a\nSPDXID: b\n', 'spdx-not-yaml', 'line 3'],
  [
    'a line without end',
    `SPDXVersion: SPDX-2.3\nPackageName: ${'a'.repeat(2_000_000)}`,
    'spdx-line-too-long',
    'line 2',
  ],
  ['columns without end', `Component name,Component version name${','.repeat(300)}\n`, 'too-many-columns', 'line 1'],
])('%s: refused by its rule and place', async (_what, content, rule, place) => {
  const { isAccepted, problems, counts } = await check(content);

  expect(isAccepted).toBe(false);
  expect(problems).toMatchObject([{ level: 'error', rule, place: expect.stringContaining(place) }]);
  expect(counts.parts).toBe(0);
});

const bomb = new Uint8Array(sbomLimits.unpackedBytes + 1);
test.each<[string, () => Uint8Array]>([
  ['gzip', () => gzipSync(bomb)],
  ['zstd', () => zstdCompressSync(bomb)],
  ['zip', () => zipSync({ 'bom.json': bomb })],
  ['zip of many', () => zipSync({ 'a.json': bomb.subarray(0, -10), 'b.json': bomb.subarray(0, 100) })],
])('a %s bomb of a few kilobytes is refused, naming the limit', async (_packing, pack) => {
  const packed = pack();
  const source = { name: 'bom', sizeBytes: packed.length, read: () => inPieces(packed) };

  expect(packed.length).toBeLessThan(100_000);
  await expect(unpack(source, sbomLimits.unpackedBytes)).rejects.toMatchObject({
    rule: 'too-large',
    message: expect.stringContaining(String(sbomLimits.unpackedBytes)),
  });
});

test('a zip that holds more than it says is refused', async () => {
  const packed = Buffer.from(zipSync({ 'bom.json': new Uint8Array(1_000_000) }));
  const central = packed.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  packed.writeUInt32LE(100, 22);
  packed.writeUInt32LE(100, central + 24);
  const source = { name: 'bom', sizeBytes: packed.length, read: () => inPieces(packed) };

  await expect(unpack(source, 100_000)).rejects.toMatchObject({ rule: 'broken-archive' });
});
