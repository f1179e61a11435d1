import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sharedData } from '../../../test/shared.ts';
import { jsonFilesIn } from '../../../test/vex-schemas.ts';
import { readVex, vexBytes } from './read-vex.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

const spdx = {
  '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld',
  '@graph': [
    { type: 'CreationInfo', '@id': '_:info', created: '2026-11-01T00:00:00Z' },
    { type: 'SpdxDocument', spdxId: 'urn:doc', creationInfo: '_:info', rootElement: ['urn:router'] },
    { type: 'software_Package', spdxId: 'urn:router', name: 'router', software_packageVersion: '1.2' },
    {
      ...{ type: 'software_Package', spdxId: 'urn:zlib', name: 'zlib', software_packageUrl: 'pkg:generic/zlib@1.3' },
      software_packageVersion: '1.3',
    },
    {
      ...{ type: 'security_Vulnerability', spdxId: 'urn:cve' },
      externalIdentifier: [{ type: 'ExternalIdentifier', externalIdentifierType: 'cve', identifier: 'CVE-2026-1001' }],
    },
    {
      ...{ type: 'security_VexNotAffectedVulnAssessmentRelationship', spdxId: 'urn:vex', from: 'urn:cve' },
      ...{ to: ['urn:router', 'urn:zlib'], security_justificationType: 'vulnerableCodeNotInExecutePath' },
      ...{ security_impactStatement: 'Never called.', security_publishedTime: '2026-11-02T09:00:00+09:00' },
    },
  ],
};

test('statements inside SPDX 3 are about the root of the document and its parts', async () => {
  expect(await readVex(bytesOf(JSON.stringify(spdx)))).toMatchObject({
    format: 'spdx',
    reading: {
      head: { id: 'urn:doc', at: '2026-11-01T00:00:00Z' },
      statements: [
        {
          ...{ vulnerability: 'CVE-2026-1001', justification: 'vulnerable-code-not-in-execute-path', part: null },
          ...{ product: { name: 'router', version: '1.2' }, impact: 'Never called.', at: '2026-11-02T00:00:00Z' },
        },
        { product: null, part: { name: 'zlib', purl: 'pkg:generic/zlib@1.3' } },
      ],
    },
  });
});

const yocto = {
  version: '1',
  package: [
    {
      ...{ name: 'openssl', version: '3.0.1' },
      issue: [
        { id: 'CVE-2026-1', status: 'Patched', detail: 'backported-patch' },
        { id: 'CVE-2026-2', status: 'Ignored', detail: 'not-applicable-config', description: 'Built without it.' },
        { id: 'CVE-2026-3', status: 'Ignored' },
        { id: 'CVE-2026-4', status: 'Unpatched', detail: 'vulnerable-investigating' },
        { id: 'CVE-2026-5', status: 'Unpatched' },
      ],
    },
  ],
};

test('statuses of a Yocto build are about its recipes; what only its tool compared states nothing', async () => {
  const read = await readVex(bytesOf(JSON.stringify(yocto)));
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));

  const { statements, unread } = read.reading;
  expect(statements.map(({ vulnerability, status, justification }) => [vulnerability, status, justification])).toEqual([
    ['CVE-2026-1', 'fixed', null],
    ['CVE-2026-2', 'not-affected', 'vulnerable-code-not-present'],
    ['CVE-2026-3', 'not-affected', null],
    ['CVE-2026-4', 'under-investigation', null],
  ]);
  expect(statements[1]).toMatchObject({ impact: 'not-applicable-config: Built without it.', product: null });
  expect(statements[0]?.part).toMatchObject({ name: 'openssl', version: '3.0.1' });
  expect(unread).toMatchObject([{ vulnerability: 'CVE-2026-5', why: 'no-status' }]);
});

test.each([
  ['', 'unknown-format'],
  ['{"a":1}', 'unknown-format'],
  ['{"@context":"https://openvex.dev/ns/v0.2.0","statements":', 'truncated'],
  ['{"document":{"csaf_version":"9"}}', 'wrong-shape'],
  ['{"bomFormat":"CycloneDX","specVersion":"0.1"}', 'version'],
  ['<html/>', 'not-cyclonedx'],
])('%s is refused with its rule', async (text, rule) => {
  const read = await readVex(bytesOf(text));

  expect('problems' in read && read.problems.map((problem) => problem.rule)).toContain(rule);
});

test('a file that is too large is not read', async () => {
  expect(await readVex(new Uint8Array(vexBytes + 1))).toMatchObject({ problems: [{ rule: 'too-large' }] });
});

const shared = [
  ['sbom/yocto', /yocto\.json$/],
  ['vex/pairs', /json$/],
  ['vex/cyclonedx', /vex\.json$/],
  ['csaf/oasis-2.0-examples', /csaf_vex.*json$/],
  ['csaf/oasis-2.1-examples', /csaf_vex.*json$/],
] as const;
for (const [set, pattern] of shared) {
  const folder = sharedData(set);
  if (!folder) continue;
  test.each(jsonFilesIn(folder, pattern))(`${set}: %s is read`, async (name) => {
    const read = await readVex(readFileSync(path.join(folder, name)));

    expect('reading' in read && read.reading.statements.length).toBeGreaterThan(0);
    expect('reading' in read && read.reading.unread).toEqual([]);
  });
}
