import { beforeAll, expect, test } from 'vitest';
import { intelligence } from '#intelligence/contract';
import { aCveRecord } from '../../../test/cve-record.ts';
import { aKeyOf } from '../../../test/dependency-track.ts';
import { aHouse } from '../../../test/house.ts';

const house = await aHouse();
const { key } = await aKeyOf(house);
const ask = (path: string, by = key) => fetch(house.url + path, { headers: { 'X-Api-Key': by } });

const opensslCpe = 'cpe:2.3:a:openssl:openssl:1.1.1k:*:*:*:*:*:*:*';
const bom = JSON.stringify({
  ...{ bomFormat: 'CycloneDX', specVersion: '1.5', version: 1 },
  components: [
    { type: 'library', name: 'openssl', version: '1.1.1k', cpe: opensslCpe },
    { type: 'library', name: 'zlib', version: '1.3.1', purl: 'pkg:generic/zlib@1.3.1' },
  ],
});
// A range that holds nothing: its writer meant something else, so a person has to look.
const empty = [{ version: '1.1.1', lessThan: '1.1.1', status: 'affected', versionType: 'custom' }];

type Finding = {
  component: { uuid: string; name: string; version?: string };
  vulnerability: { uuid: string; vulnId: string };
  matrix: string;
  match: string;
};
let project = '';
const findings = async (query = '') => {
  const answer = await ask(`/api/v1/finding/project/${project}${query}`);
  return { total: answer.headers.get('X-Total-Count'), items: (await answer.json()) as Finding[] };
};

beforeAll(async () => {
  const { cookie } = await house.aSignedIn(['analyst']);
  const records = [
    aCveRecord('CVE-2026-1001', { score: 9.8 }),
    aCveRecord('CVE-2026-1002', { score: 5.3 }),
    aCveRecord('CVE-2026-1003', { versions: empty }),
    aCveRecord('CVE-2026-1004', { product: 'other' }),
  ];
  for (const record of records) {
    const file = new File([JSON.stringify(record)], 'cve.json');
    await house.callsOf(intelligence, cookie).importRecords({ file });
  }
  await house.drain();
  const body = new FormData();
  for (const [name, value] of Object.entries({ projectName: 'MR-1167', projectVersion: '1.2.0', autoCreate: 'true' }))
    body.append(name, value);
  body.append('bom', new File([bom], 'bom.json'));
  const answer = await fetch(`${house.url}/api/v1/bom`, { method: 'POST', headers: { 'X-Api-Key': key }, body });
  project = ((await answer.json()) as { projectUuid: string }).projectUuid;
  await house.drain();
});

test('what applies is found, with what a gate looks at; what may apply is found as well', async () => {
  const { items, total } = await findings();

  expect([items.length, total]).toEqual([3, '3']);
  expect(items.map(({ vulnerability, component, match }) => [vulnerability.vulnId, component.version, match])).toEqual([
    ['CVE-2026-1001', '1.1.1k', 'applies'],
    ['CVE-2026-1002', '1.1.1k', 'applies'],
    ['CVE-2026-1003', '1.1.1k', 'may-apply'],
  ]);
  const [first] = items;
  expect(first).toMatchObject({
    component: { name: 'openssl', version: '1.1.1k', cpe: opensslCpe, project },
    vulnerability: {
      ...{ vulnId: 'CVE-2026-1001', source: 'NVD', title: 'Flaw in openssl' },
      ...{ severity: 'CRITICAL', severityRank: 0, cvssV3BaseScore: 9.8 },
    },
    analysis: { state: 'NOT_SET', isSuppressed: false },
    matrix: `${project}:${first?.component.uuid}:${first?.vulnerability.uuid}`,
  });
  expect(first?.component.uuid).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/);
});

test('they come in pages when a page is asked for, and each is the same in every answer', async () => {
  const whole = (await findings()).items.map(({ matrix }) => matrix);
  const pages = await Promise.all([1, 2, 3].map((page) => findings(`?pageNumber=${page}&pageSize=2`)));

  expect(pages.map(({ items }) => items.length)).toEqual([2, 1, 0]);
  expect(pages.map(({ total }) => total)).toEqual(['3', '3', '3']);
  expect(pages.flatMap(({ items }) => items.map(({ matrix }) => matrix))).toEqual(whole);
  expect(new Set(whole).size).toBe(3);
});

test('who may not read vulnerabilities is refused, not told that there are none', async () => {
  const builder = await aKeyOf(house, { scopes: ['product:read', 'product:write'] });
  const team = (await (await ask('/api/v1/team/self', builder.key)).json()) as { permissions: { name: string }[] };

  expect((await ask(`/api/v1/finding/project/${project}`, builder.key)).status).toBe(403);
  expect(team.permissions.map(({ name }) => name)).not.toContain('VIEW_VULNERABILITY');
});
