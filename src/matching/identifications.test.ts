import { beforeEach, expect, test } from 'vitest';
import { freshDatabase, noon } from '../../test/database.ts';
import { aShippingHouse } from '../../test/matching/shipped.ts';
import { aCriterion, aStatement, cpeProduct, ranges } from '../../test/statements.ts';
import { explain } from './explain.ts';
import { importIdentifications } from './import-identifications.ts';
import { listExposures, listUnmatched } from './list-exposures.ts';
import { exportIdentifications, listIdentifications } from './list-identifications.ts';
import { listProposals } from './list-proposals.ts';
import { matchIdentified } from './match-identified.ts';
import { matchReleases } from './match-releases.ts';
import { matchVulnerabilities } from './match-vulnerabilities.ts';
import { revokeIdentity, sayIdentity } from './say-identity.ts';

const house = await freshDatabase();
beforeEach(house.reset);
const tools = house.system;
const { aReleaseOf, aReleaseOfModel, comesIn } = aShippingHouse(house);

const said = { subject: 'wifimod', vendor: 'acme', product: 'wireless_module', answer: 'is' as const, note: '' };

/** A record about a product of this vendor, affected before 2.0. */
const about = (externalId: string, pair: string) =>
  aStatement({
    ...{ source: 'nvd', externalId, names: [externalId] },
    criteria: [aCriterion({ product: cpeProduct('a', pair), ranges: ranges('(,2.0)') })],
  });

/** Does what the last act told. */
async function heard(): Promise<void> {
  const told = house.told.filter(({ event }) => event === 'identities.changed').at(-1);
  await matchIdentified(tools, (told as { payload: { changeId: string } }).payload.changeId);
}

const touching = async ({ id }: { id: string }) =>
  (await listExposures(tools, { id, limit: 50 })).items.map(({ vulnerability, match }) => [vulnerability.name, match]);
const unmatched = async ({ id }: { id: string }) =>
  (await listUnmatched(tools, { id, limit: 50 })).items.map(({ component, why, ruledOut }) => [
    component.name,
    why,
    ruledOut,
  ]);

const actions = async () =>
  (
    await house.db
      .selectFrom('audit')
      .select('action')
      .where('subject_kind', '=', 'identification')
      .orderBy('id')
      .execute()
  ).map(({ action }) => action);

const wifimod = (version: string) => ({ name: 'WifiMod', version });

test('what is confirmed of one component holds for those of the same name in every release, and says who said so', async () => {
  const first = await aReleaseOf('1.4.7', wifimod('1.0'));
  const second = await aReleaseOfModel('MR-300', '2.0', wifimod('1.1'), { name: 'other', version: '1' });
  await matchReleases(tools, [first.key, second.key]);
  await matchVulnerabilities(tools, await comesIn(about('CVE-2024-1', 'acme:wireless_module')));
  expect([await touching(first), await touching(second)]).toEqual([[], []]);
  expect(await unmatched(first)).toEqual([['WifiMod', 'no-identity', 0]]);

  await sayIdentity(tools, said);
  await heard();

  expect([await touching(first), await touching(second)]).toEqual([
    [['CVE-2024-1', 'applies']],
    [['CVE-2024-1', 'applies']],
  ]);
  expect([await unmatched(first), await unmatched(second)]).toEqual([[], [['other', 'no-identity', 0]]]);
  const { evidence, sentence } = await explain(tools, { id: second.id, name: 'CVE-2024-1' });
  expect(evidence?.decided).toMatchObject({
    tier: 4,
    why: 'person',
    said: { by: tools.viewer.name, at: noon.toString() },
  });
  expect(sentence.en).toContain(`${tools.viewer.name} has confirmed that WifiMod is acme:wireless_module.`);
  expect(sentence.ja).toContain(`WifiMod が acme:wireless_module であることは、${tools.viewer.name}が確認しています。`);
});

test('a release that comes later is matched by what was said before', async () => {
  await matchVulnerabilities(tools, await comesIn(about('CVE-2024-1', 'acme:wireless_module')));
  await sayIdentity(tools, said);
  const release = await aReleaseOf('1.4.7', wifimod('1.0'));
  await matchReleases(tools, [release.key]);

  expect(await touching(release)).toEqual([['CVE-2024-1', 'applies']]);
});

test('what is ruled out touches nothing any more and is listed as not compared, until that is taken back', async () => {
  const release = await aReleaseOf('1.4.7', { name: 'sprocket', version: '1.0' });
  await matchReleases(tools, [release.key]);
  await matchVulnerabilities(tools, await comesIn(about('CVE-2024-2', 'beta:sprocket')));
  expect(await touching(release)).toEqual([['CVE-2024-2', 'may-apply']]);

  const word = await sayIdentity(tools, {
    ...said,
    subject: 'Sprocket',
    vendor: 'beta',
    product: 'sprocket',
    answer: 'is-not',
  });
  await heard();

  expect(await touching(release)).toEqual([]);
  expect(await unmatched(release)).toEqual([['sprocket', 'no-identity', 1]]);

  await revokeIdentity(tools, { id: word.id });
  await heard();

  expect(await touching(release)).toEqual([['CVE-2024-2', 'may-apply']]);
  expect(await unmatched(release)).toEqual([]);
  await expect(revokeIdentity(tools, { id: word.id })).rejects.toMatchObject({ code: 'not-found' });
});

test('ruling out one vendor leaves the products of others of that name', async () => {
  const release = await aReleaseOf('1.4.7', { name: 'sprocket', version: '1.0' });
  await matchReleases(tools, [release.key]);
  await matchVulnerabilities(tools, await comesIn(about('CVE-2024-2', 'beta:sprocket')));
  await matchVulnerabilities(tools, await comesIn(about('CVE-2024-3', 'gamma:sprocket')));

  await sayIdentity(tools, { ...said, subject: 'sprocket', vendor: 'beta', product: 'sprocket', answer: 'is-not' });
  await heard();

  expect(await touching(release)).toEqual([['CVE-2024-3', 'may-apply']]);
  expect(await unmatched(release)).toEqual([]);
});

test('proposals come the surest first: same names with their vendors, then names that look alike, with what was said', async () => {
  const release = await aReleaseOf(
    '1.4.7',
    { name: 'libsprocket2', version: '1.0' },
    { name: 'opensslx', version: '1' },
  );
  await matchReleases(tools, [release.key]);
  await matchVulnerabilities(tools, await comesIn(about('CVE-2024-2', 'beta:libsprocket2')));
  await matchVulnerabilities(tools, await comesIn(about('CVE-2024-3', 'gamma:sprocket')));
  await sayIdentity(tools, {
    ...said,
    subject: 'libsprocket2',
    vendor: 'gamma',
    product: 'sprocket',
    answer: 'is-not',
  });
  const [own, slip] = await Promise.all(
    ['libsprocket2', 'opensslx'].map(async (name) => {
      const { id } = await house.db
        .selectFrom('component')
        .select('id')
        .where('name', '=', name)
        .executeTakeFirstOrThrow();
      return listProposals(tools, { id });
    }),
  );

  expect(own).toMatchObject({
    ...{ subject: 'libsprocket2', releases: 1 },
    items: [
      { vendor: 'beta', product: 'libsprocket2', tier: 6, why: 'name', vulnerabilities: 1, said: null },
      { vendor: 'gamma', product: 'sprocket', tier: 7, why: 'similar', vulnerabilities: 1, said: { answer: 'is-not' } },
    ],
  });
  expect(slip?.items[0]).toMatchObject({ vendor: 'openssl', product: 'openssl', tier: 7, why: 'similar' });
});

test('the same is said once, a new answer replaces the old one, and the trail keeps all', async () => {
  const first = await sayIdentity(tools, said);
  await expect(sayIdentity(tools, { ...said, subject: ' WIFIMOD ' })).rejects.toMatchObject({
    ...{ code: 'conflict', details: { reason: 'said-already' } },
  });
  await sayIdentity(tools, { ...said, answer: 'is-not', note: '別の部品' });

  const { items, confirmed, ruledOut } = await listIdentifications(tools, { limit: 10 });
  expect(items).toMatchObject([{ subject: 'wifimod', answer: 'is-not', note: '別の部品' }]);
  expect(items[0]?.id).not.toBe(first.id);
  expect([confirmed, ruledOut]).toEqual([0, 1]);
  expect(await actions()).toEqual(['identification.confirm', 'identification.rule-out']);
  await expect(sayIdentity(tools, { ...said, subject: 'pkg:' })).rejects.toMatchObject({
    details: { reason: 'subject' },
  });
  await expect(sayIdentity(tools, { ...said, vendor: '*' })).rejects.toMatchObject({ details: { reason: 'product' } });
});

test('the list is narrowed by words and answer, and comes in pages', async () => {
  for (const subject of ['a1', 'a2', 'b1']) await sayIdentity(tools, { ...said, subject });
  await sayIdentity(tools, { ...said, subject: 'pkg:generic/b2@7', answer: 'is-not' });
  const page = await listIdentifications(tools, { limit: 3 });
  const rest = await listIdentifications(tools, { limit: 3, after: page.next ?? '' });

  expect([...page.items, ...rest.items].map(({ subject }) => subject).sort()).toEqual([
    'a1',
    'a2',
    'b1',
    'pkg:generic/b2',
  ]);
  expect(rest.next).toBeNull();
  expect((await listIdentifications(tools, { limit: 9, q: 'A2' })).items.map(({ subject }) => subject)).toEqual(['a2']);
  expect((await listIdentifications(tools, { limit: 9, answer: ['is-not'] })).items).toHaveLength(1);
});

test.each(['ja', 'en'] as const)(
  'what is exported in %s is imported elsewhere; each other row is refused with its reason',
  async (language) => {
    await sayIdentity(tools, { ...said, subject: 'pkg:github/Acme/WifiMod@1.0', note: '=1+1, "quoted"' });
    await sayIdentity(tools, {
      ...said,
      subject: 'c++ runtime',
      vendor: 'gnu',
      product: 'libstdc++',
      answer: 'is-not',
    });
    const file = await exportIdentifications(tools, { format: 'csv', language });
    const before = (await listIdentifications(tools, { limit: 10 })).items.map(({ id: _, ...one }) => one);
    await house.reset();

    const first = await importIdentifications(tools, { file });
    const again = await importIdentifications(tools, { file });

    expect([first, again]).toEqual([
      { applied: 2, unchanged: 0, refused: [] },
      { applied: 0, unchanged: 2, refused: [] },
    ]);
    const sorted = (list: typeof before) => list.toSorted((one, other) => (one.subject < other.subject ? -1 : 1));
    expect(sorted((await listIdentifications(tools, { limit: 10 })).items.map(({ id: _, ...one }) => one))).toEqual(
      sorted(before),
    );
  },
);

test('of JSON each row that cannot be said is refused, and the others are applied at once', async () => {
  const release = await aReleaseOf('1.4.7', wifimod('1.0'));
  await matchReleases(tools, [release.key]);
  await matchVulnerabilities(tools, await comesIn(about('CVE-2024-1', 'acme:wireless_module')));
  const rows = [said, said, { ...said, vendor: '*' }, { ...said, subject: ' ' }, { ...said, answer: 'perhaps' }];

  const result = await importIdentifications(tools, { file: new File([JSON.stringify({ items: rows })], 'said.json') });
  await heard();

  expect(result).toMatchObject({ applied: 1, unchanged: 0 });
  expect(result.refused.map(({ row, reason }) => [row, reason])).toEqual([
    [2, 'twice'],
    [3, 'product'],
    [4, 'subject'],
    [5, 'answer'],
  ]);
  expect(await touching(release)).toEqual([['CVE-2024-1', 'applies']]);
  expect(await actions()).toEqual(['identification.import']);
});

test.each([
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1]), 'not-read'],
  ['a table of something else', new TextEncoder().encode('a,b\n1,2\n'), 'columns'],
  ['JSON of another shape', new TextEncoder().encode('{"a":1}'), 'not-read'],
])('%s is refused', async (_what, bytes, reason) => {
  const file = new File([bytes], 'x');

  await expect(importIdentifications(tools, { file })).rejects.toMatchObject({ code: 'invalid', details: { reason } });
});
