import { expect, test } from 'vitest';
import { randomOf, seedOfRun } from '../../../test/random.ts';
import { JsonFault } from '../json/index.ts';
import { CdxFault, type CdxItem, type CdxLimits, readCycloneDxJson, readCycloneDxXml } from './index.ts';

const limits: CdxLimits = { bytes: 1_000_000, depth: 200, values: 100_000 };
const hex = 'a'.repeat(64);

const json = JSON.stringify(
  {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { timestamp: '2026-11-01T00:00:00Z', component: { type: 'firmware', 'bom-ref': 'fw', name: 'カメラ' } },
    components: [
      {
        type: 'library',
        'bom-ref': 'a',
        name: 'openssl',
        version: '3.0.3',
        supplier: { name: 'OpenSSL' },
        hashes: [{ alg: 'SHA-256', content: hex }],
        licenses: [{ license: { id: 'Apache-2.0' } }],
        components: [{ type: 'file', name: 'libcrypto.so' }],
      },
    ],
    dependencies: [{ ref: 'fw', dependsOn: ['a'] }],
    vulnerabilities: [
      { id: 'CVE-2022-1', analysis: { state: 'not_affected', detail: 'unused' }, affects: [{ ref: 'a' }] },
    ],
  },
  null,
  1,
);

const xml = `<?xml version="1.0"?>
<bom xmlns="http://cyclonedx.org/schema/bom/1.6" xmlns:own="https://example.com/own" version="1">
 <metadata><timestamp>2026-11-01T00:00:00Z</timestamp><component type="firmware" bom-ref="fw"><name>カメラ</name></component></metadata>
 <components>
  <component type="library" bom-ref="a">
   <supplier><name>OpenSSL</name></supplier><name>openssl</name><version>3.0.3</version>
   <hashes><hash alg="SHA-256">${hex}</hash></hashes>
   <licenses><license><id>Apache-2.0</id></license></licenses>
   <own:component type="nothing"/>
   <components><component type="file"><name>libcrypto.so</name></component></components>
  </component>
 </components>
 <dependencies><dependency ref="fw"><dependency ref="a"/></dependency></dependencies>
 <vulnerabilities><vulnerability><id>CVE-2022-1</id><analysis><state>not_affected</state><detail>unused</detail></analysis>
  <affects><target><ref>a</ref></target></affects></vulnerability></vulnerabilities>
</bom>`;

const utf8 = new TextEncoder();

async function read(text: string | Uint8Array): Promise<CdxItem[]> {
  const bytes = typeof text === 'string' ? utf8.encode(text) : text;
  const isXml = new TextDecoder().decode(bytes.subarray(0, 1)) === '<';
  async function* inHalves() {
    yield bytes.subarray(0, bytes.length / 2);
    yield bytes.subarray(bytes.length / 2);
  }
  return Array.fromAsync((isXml ? readCycloneDxXml : readCycloneDxJson)(inHalves(), limits));
}

const withoutPlaces = (items: CdxItem[]) =>
  items
    .map((item) => JSON.stringify({ ...item, place: '', at: '', within: 'within' in item && item.within !== null }))
    .toSorted();

test('JSON and XML of one document are the same items', async () => {
  const [fromJson, fromXml] = [await read(json), await read(xml)];

  expect(withoutPlaces(fromXml)).toEqual(withoutPlaces(fromJson));
  expect(fromJson.map(({ is }) => is).toSorted()).toEqual([
    'component',
    'component',
    'component',
    'dependency',
    'document',
    'metadata',
    'vulnerability',
  ]);
});

test('a nested component comes first, and says within which it stands', async () => {
  const parts = (await read(json)).flatMap((item) => (item.is === 'component' && item.role === 'part' ? [item] : []));

  expect(parts.map(({ component, at, within }) => [component.name, at, within])).toEqual([
    ['libcrypto.so', '$.components[0].components[0]', '$.components[0]'],
    ['openssl', '$.components[0]', null],
  ]);
});

test.each([
  [json.replace('"SHA-256"', '"SHA-999"'), '$.components[0].hashes[0].alg (line', 'word'],
  [json.replace('"name": "openssl",', ''), '$.components[0] (line', 'required'],
  [json.replace('Apache-2.0', 'Apache-2'), '$.components[0].licenses[0].license.id (line', 'licence-id'],
  [json.replace('"specVersion": "1.6"', '"specVersion": "9.9"'), '$.specVersion (line', 'version'],
  [xml.replace('"SHA-256"', '"SHA-999"'), 'line 7, /bom/components[1]/component[1].hashes[0].alg', 'word'],
  [xml.replace('type="file"', ''), 'line 10, /bom/components[1]/component[1]/components[1]/component[1]', 'required'],
  [xml.replace('bom/1.6', 'bom/1.0'), 'line 2, /bom', 'version'],
])('a broken rule has its place (%#)', async (text, place, rule) => {
  const problems = (await read(text)).flatMap((item) => (item.is === 'problem' ? [item.problem] : []));

  expect(problems).toMatchObject([{ rule }]);
  expect(problems[0]?.place).toContain(place);
});

test('a version that is named last is the one that judges', async () => {
  const component = { type: 'cryptographic-asset', name: 'key', version: '1' };
  const written = (specVersion: string) =>
    JSON.stringify({ bomFormat: 'CycloneDX', components: [component], version: 1, specVersion });

  const told = async (specVersion: string) =>
    (await read(written(specVersion))).filter(({ is }) => is === 'problem').length;

  expect([await told('1.6'), await told('1.4')]).toEqual([0, 1]);
});

test.each([
  ['<!DOCTYPE bom [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><bom>&b;</bom>', 'doctype'],
  ['<!DOCTYPE bom SYSTEM "file:///etc/passwd"><bom/>', 'doctype'],
  ['<?xml version="1.0" encoding="EUC-JP"?><bom/>', 'encoding'],
  ['<sbom/>', 'not-cyclonedx'],
  ['<bom xmlns="http://cyclonedx.org/schema/bom/1.6">', 'malformed'],
  [xml.replace('<components>', `<components>${'<a>'.repeat(300)}`), 'too-deep'],
])('%.40s is refused', async (text, rule) => {
  await expect(read(text)).rejects.toMatchObject({
    name: 'CdxFault',
    rule,
    place: expect.stringMatching(/^line \d+$/),
  });
});

test.each([
  ['JSON', json],
  ['XML', xml],
])(
  '20,000 changed documents in %s are read or refused, never a crash',
  async (_form, text) => {
    const random = randomOf(seedOfRun(7));
    const origin = utf8.encode(text);
    const tally = { read: 0, broken: 0, refused: 0 };
    for (let round = 0; round < 20_000; round++) {
      const bytes = random.int(10) === 0 ? origin.slice(0, 1 + random.int(origin.length)) : origin.slice();
      for (let n = random.int(4); n >= 0; n--) {
        const [from, to, length] = [
          random.int(bytes.length),
          1 + random.int(Math.max(1, bytes.length - 1)),
          random.int(12),
        ];
        if (random.int(3) === 0) bytes.copyWithin(to, from, from + length);
        else bytes[to] = random.pick([...origin.subarray(0, 300), random.int(256)]);
      }
      try {
        const items = await read(bytes);
        if (items.some(({ is }) => is === 'problem')) tally.broken++;
        else tally.read++;
      } catch (fault) {
        if (!(fault instanceof CdxFault || fault instanceof JsonFault)) throw fault;
        tally.refused++;
      }
    }
    expect(Math.min(...Object.values(tally))).toBeGreaterThan(200);
  },
  120_000,
);

test.each([
  ['1.5', 'Apache-2', 'error', 'licence-id'],
  ['1.6', 'Apache-2', 'warning', 'licence-id'],
  ['1.7', 'Licence-Of-Next-Spring', 'warning', 'licence-id'],
  ['1.2', 'apache-2.0', 'warning', 'licence-spelling'],
])('in %s the licence id %s is an %s (%s)', async (specVersion, id, level, rule) => {
  const component = { type: 'library', name: 'a', version: '1', licenses: [{ license: { id } }] };

  const items = await read(
    JSON.stringify({ bomFormat: 'CycloneDX', specVersion, version: 1, components: [component] }),
  );

  const problems = items.flatMap((item) => (item.is === 'problem' ? [item.problem] : []));
  expect(problems).toMatchObject([{ level, rule, place: expect.stringContaining('licenses[0].license.id') }]);
});
