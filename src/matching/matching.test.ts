import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { countWaitingPhrases } from '#intelligence';
import { freshDatabase, noon } from '../../test/database.ts';
import { aShippingHouse, openssl } from '../../test/matching/shipped.ts';
import { aCriterion, aStatement, cpeProduct, ranges } from '../../test/statements.ts';
import { OwnFacts } from '../intelligence/model.ts';
import { createOwnRecord } from '../intelligence/write-own-record.ts';
import { countTouched, countTouchedField } from './count-touched.ts';
import { explain } from './explain.ts';
import { exportUnmatched } from './export-matching.ts';
import { countExposures, listExposures, listUnmatched } from './list-exposures.ts';
import { countTouching, getToday, listAffectedModels, listAffectedReleases, listTouching } from './list-touching.ts';
import { matchReleases } from './match-releases.ts';
import { matchVulnerabilities } from './match-vulnerabilities.ts';

const house = await freshDatabase();
beforeEach(house.reset);
const tools = house.system;

const { aReleaseOf, aReleaseOfModel, comesIn } = aShippingHouse(house);

const cve = aStatement({
  ...{ source: 'nvd', externalId: 'CVE-2021-3711', names: ['CVE-2021-3711'] },
  criteria: [aCriterion({ product: cpeProduct('a', 'openssl:openssl'), ranges: ranges('[1.1.1,1.1.1l)') })],
});

test('records that come after the releases, and releases that come after the records, give the same places', async () => {
  const first = await aReleaseOf('1.4.7', openssl('1.1.1k'));
  await matchReleases(tools, [first.key]);
  await matchVulnerabilities(tools, await comesIn(cve));
  const second = await aReleaseOf('1.4.8', openssl('1.1.1k'));
  const third = await aReleaseOf('1.5.0', openssl('1.1.1l'));
  await matchReleases(tools, [second.key, third.key]);

  const { items } = await listAffectedReleases(tools, { name: 'CVE-2021-3711', limit: 10 });
  expect(items.map(({ release, match }) => [release.version, match])).toEqual([
    ['1.4.8', 'applies'],
    ['1.4.7', 'applies'],
  ]);
  const touching = await listTouching(tools, { limit: 10, releases: 'field' });
  expect(touching.items).toMatchObject([
    {
      vulnerability: { name: 'CVE-2021-3711' },
      match: 'applies',
      counts: { applies: 2, mayApply: 0, units: 2_000 },
      moreReleases: 1,
    },
  ]);
  expect(await listAffectedModels(tools, { name: 'cve-2021-3711', limit: 50 })).toMatchObject({
    items: [{ counts: { applies: 2, units: 2_000 } }],
    next: null,
    total: { lines: 1, models: 1, releases: 2, applies: 2, units: 2_000 },
  });
  expect(await getToday(tools)).toMatchObject({ applies: 1, newApplies: 1, mayApply: 0 });
  expect(await countExposures(tools, { id: third.id })).toMatchObject({ applies: 0, mayApply: 0 });
});

test('what is new and what was there before are two lists that have nothing in common', async () => {
  const release = await aReleaseOf('1.4.7', openssl('1.1.1k'));
  const before = { ...tools, now: () => noon.subtract({ hours: 24 * 8 }) };
  await matchReleases(before, [release.key]);
  await matchVulnerabilities(before, await comesIn(cve));
  const later = { ...cve, externalId: 'CVE-2022-0778', names: ['CVE-2022-0778'] };
  await matchVulnerabilities(tools, await comesIn(later));
  const named = async (filter: { newDays?: number; knownDays?: number }) =>
    (await listTouching(tools, { limit: 10, releases: 'field', ...filter })).items.map(
      ({ vulnerability }) => vulnerability.name,
    );

  expect(await named({ newDays: 7 })).toEqual(['CVE-2022-0778']);
  expect(await named({ knownDays: 7 })).toEqual(['CVE-2021-3711']);
  expect(await named({})).toHaveLength(2);
  expect(await getToday(tools)).toMatchObject({ applies: 2, newApplies: 1, mayApply: 0, newMayApply: 0 });
});

test('a list of everything is told how many releases each of its lines touches', async () => {
  const release = await aReleaseOf('1.4.7', openssl('1.1.1k'));
  const other = aStatement({ source: 'nvd', externalId: 'CVE-2021-9999', names: ['CVE-2021-9999'] });
  await matchVulnerabilities(tools, [...(await comesIn(cve)), ...(await comesIn(other))]);
  await matchReleases(tools, [release.key]);

  expect(await countTouching(tools, { name: ['cve-2021-3711', 'CVE-2021-9999', 'CVE-1999-0001'] })).toEqual({
    items: [
      { name: 'cve-2021-3711', match: 'applies', counts: { applies: 1, mayApply: 0, cannotCompare: 0, units: 1_000 } },
    ],
  });
});

test('models that it touches come in pages, the worst first, with the sums over all of them on each', async () => {
  const keys = [
    (await aReleaseOfModel('MR-3', '1.0', openssl('1.1.1k'))).key,
    (await aReleaseOfModel('MR-1', '1.0', openssl('1.1.1k'))).key,
    (
      await aReleaseOfModel('MR-2', '1.0', {
        name: 'openssl',
        version: 'unknown',
        cpe: 'cpe:2.3:a:openssl:openssl:*:*:*:*:*:*:*:*',
      })
    ).key,
  ];
  await matchReleases(tools, keys);
  await matchVulnerabilities(tools, await comesIn(cve));

  const names: string[] = [];
  const totals = [];
  for (let after: string | undefined; ; ) {
    const page = await listAffectedModels(tools, { name: 'CVE-2021-3711', limit: 1, after });
    names.push(...page.items.map(({ model, counts }) => `${model.name} ${counts.applies}/${counts.cannotCompare}`));
    totals.push(page.total);
    if (page.next === null) break;
    after = page.next;
  }
  expect(names).toEqual(['MR-1 1/0', 'MR-3 1/0', 'MR-2 0/1']);
  expect(totals).toEqual(Array(3).fill({ lines: 1, models: 3, releases: 3, applies: 2, closed: 0, units: 2_000 }));
});

test('places come in pages, all of a release together where its worst result has its place', async () => {
  const both = aStatement({
    ...{ source: 'nvd', externalId: 'CVE-2022-1', names: ['CVE-2022-1'] },
    criteria: [
      aCriterion({ product: cpeProduct('a', 'openssl:openssl'), ranges: ranges('[1.1.1,1.1.1l)') }),
      aCriterion({ product: cpeProduct('a', 'busybox:busybox'), ranges: ranges('[1.0,1.34)') }),
    ],
  });
  const busybox = (version: string) => ({
    ...{ name: 'busybox', version, cpe: 'cpe:2.3:a:busybox:busybox:*:*:*:*:*:*:*:*' },
  });
  const keys = [
    (await aReleaseOfModel('MR-1', '1.0', busybox('unknown'))).key,
    (await aReleaseOfModel('MR-1', '1.1', openssl('1.1.1k'), busybox('unknown'))).key,
    (await aReleaseOfModel('MR-1', '1.2', openssl('1.1.1k'))).key,
    (await aReleaseOfModel('MR-2', '2.0', openssl('1.1.1k'))).key,
  ];
  await matchReleases(tools, keys);
  await matchVulnerabilities(tools, await comesIn(both));

  const nameOf = ({ release, component, match }: Awaited<ReturnType<typeof whole>>[number]) =>
    `${release.model.name} ${release.version} ${component?.name} ${match}`;
  const whole = async () => (await listAffectedReleases(tools, { name: 'CVE-2022-1', limit: 10 })).items;
  const paged: string[] = [];
  for (let after: string | undefined; ; ) {
    const page = await listAffectedReleases(tools, { name: 'CVE-2022-1', limit: 1, after });
    paged.push(...page.items.map(nameOf));
    if (page.next === null) break;
    after = page.next;
  }
  const [unknown] = (await whole()).slice(-1).map(({ match }) => match);
  expect(paged).toEqual([
    'MR-1 1.2 openssl applies',
    'MR-1 1.1 openssl applies',
    `MR-1 1.1 busybox ${unknown}`,
    'MR-2 2.0 openssl applies',
    `MR-1 1.0 busybox ${unknown}`,
  ]);
  expect(unknown).not.toBe('applies');
  expect((await whole()).map(nameOf)).toEqual(paged);
});

test('what touches lines, models and releases is counted by severity, once however many releases it touches', async () => {
  const shipped = [
    await aReleaseOfModel('MR-1', '1.0', openssl('1.1.1k')),
    await aReleaseOfModel('MR-1', '1.1', openssl('1.1.1k')),
    await aReleaseOfModel('MR-2', '1.0', {
      ...{ name: 'openssl', version: '', cpe: 'cpe:2.3:a:openssl:openssl:*:*:*:*:*:*:*:*' },
    }),
  ];
  const planned = await aReleaseOfModel('MR-3', '1.0', openssl('1.1.1k'));
  await house.db.updateTable('release').set({ state: 'in-development' }).where('id', '=', planned.id).execute();
  await house.db
    .updateTable('release_tally')
    .set({ state: 'in-development' })
    .where('release_key', '=', planned.key)
    .execute();
  const releases = [...shipped, planned];
  await matchReleases(
    tools,
    releases.map(({ key }) => key),
  );
  const scored = {
    ...cve,
    scores: [
      { version: '3.1' as const, vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', score: 9.8, by: 'nvd' },
    ],
  };
  await matchVulnerabilities(tools, await comesIn(scored));

  const { rows } = await sql<{ release: string; model: string; line: string }>`
    select r.id as release, m.id as model, m.line_id as line from release r join model m on m.id = r.model_id
    order by m.name, r.version`.execute(house.db);
  const numbers = async (of: 'line' | 'model' | 'release', ids: string[]) => {
    const { items } = await countTouched(tools, { of, id: ids });
    return ids.map((id) => {
      const { applies, mayApply } = items.find((item) => item.id === id) as (typeof items)[number];
      return [applies.critical, mayApply, applies.none + applies.low + applies.medium + applies.high];
    });
  };
  const [line = ''] = rows.map((row) => row.line);
  expect(await numbers('line', [line])).toEqual([[1, 0, 0]]);
  const models = [...new Set(rows.map(({ model }) => model))];
  expect(await numbers('model', models)).toEqual([
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 0],
  ]);
  expect(
    await numbers(
      'release',
      rows.map(({ release }) => release),
    ),
  ).toEqual([
    [1, 0, 0],
    [1, 0, 0],
    [0, 1, 0],
    [1, 0, 0],
  ]);
  expect(await countTouchedField(tools)).toEqual({
    applies: { critical: 1, high: 0, medium: 0, low: 0, none: 0 },
    mayApply: 0,
  });
});

test('evidence says why in both languages, with the neighbours', async () => {
  const first = await aReleaseOf('1.4.7', openssl('1.1.1k'));
  const second = await aReleaseOf('1.5.0', openssl('1.1.1l'));
  await matchReleases(tools, [first.key, second.key]);
  await matchVulnerabilities(tools, await comesIn(cve));

  const why = await explain(tools, { id: first.id, name: 'CVE-2021-3711' });

  expect(why.sentence.ja).toContain('1.1.1 以上 1.1.1l 未満');
  expect(why).toMatchObject({
    match: 'applies',
    component: { name: 'openssl', version: '1.1.1k' },
    neighbours: [{ release: { version: '1.5.0' }, match: 'does-not-apply' }],
  });
});

test('a record that changes takes places away and brings others, and the counts follow', async () => {
  const release = await aReleaseOf('1.4.7', openssl('1.1.1k'));
  await matchReleases(tools, [release.key]);
  await matchVulnerabilities(tools, await comesIn(cve));
  const narrowed = { ...cve, criteria: cve.criteria.map((one) => ({ ...one, ranges: ranges('[1.1.1,1.1.1k)') })) };

  await matchVulnerabilities(tools, await comesIn(narrowed));

  expect((await listExposures(tools, { id: release.id, limit: 10 })).items).toEqual([]);
  expect((await listTouching(tools, { limit: 10, releases: 'field' })).items).toEqual([]);
  expect(await house.db.selectFrom('exposure_count').selectAll().execute()).toEqual([]);
  expect(house.told.filter(({ event }) => event === 'exposure.changed')).toHaveLength(2);
});

test('nobody is asked for words any more that no release hangs on', async () => {
  const release = await aReleaseOf('1.4.7', openssl('1.1.1k'));
  const other = await aReleaseOf('1.4.8');
  const unread = { ...cve, criteria: cve.criteria.map((one) => ({ ...one, ranges: [], unread: ['the old ones'] })) };
  await matchVulnerabilities(tools, await comesIn(unread));
  await matchReleases(tools, [release.key, other.key]);
  expect(await countWaitingPhrases(house.db, house.system.viewer)).toBe(1);

  await house.db.deleteFrom('release_component').where('release_key', '=', release.key).execute();
  await matchReleases(tools, [release.key]);

  expect(await countWaitingPhrases(house.db, house.system.viewer)).toBe(0);
});

test('records that share a name are one vulnerability', async () => {
  const release = await aReleaseOf('1.4.7', openssl('1.1.1k'));
  await matchReleases(tools, [release.key]);
  const other = aStatement({
    source: 'jvn',
    externalId: 'JVNDB-2021-002345',
    names: ['JVNDB-2021-002345', 'CVE-2021-3711'],
    title: { ja: 'OpenSSL の脆弱性' },
  });

  await matchVulnerabilities(tools, await comesIn(cve));
  await matchVulnerabilities(tools, await comesIn(other));

  const { items } = await listTouching(tools, { limit: 10, releases: 'field' });
  expect(items).toMatchObject([{ vulnerability: { name: 'CVE-2021-3711', titleJa: 'OpenSSL の脆弱性' } }]);
});

test('a component that cannot be compared says why, on the page and in the file', async () => {
  const release = await aReleaseOf(
    '1.4.7',
    openssl('1.1.1k'),
    { name: 'SSLライブラリ', version: '2.1' },
    { name: 'musl', version: '1.2.3', cpe: 'cpe:2.3:a:musl-libc:musl:1.2.3:*:*:*:*:*:*:*' },
    { name: 'curl', version: '', cpe: 'cpe:2.3:a:haxx:curl:*:*:*:*:*:*:*:*' },
  );
  await matchReleases(tools, [release.key]);
  await matchVulnerabilities(tools, await comesIn(cve));

  const { items } = await listUnmatched(tools, { id: release.id, limit: 10 });
  expect(items.map(({ component, why }) => [component.name, why])).toEqual([
    ['SSLライブラリ', 'no-identity'],
    ['curl', 'no-version'],
    ['musl', 'nothing-known'],
  ]);
  const file = await exportUnmatched(tools, { id: release.id, format: 'csv', language: 'ja' });
  expect((await file.text()).trim().split('\r\n').slice(1)).toEqual([
    'SSLライブラリ,2.1,,purlもCPEもなく、名前からは特定できません',
    'curl,,,版の記載がありません',
    'musl,1.2.3,,取り込んだ脆弱性情報に、この部品の記載がありません',
  ]);
});

test('a confidential record about a component changes nothing of what others see of it', async () => {
  const reader = await house.aPerson();
  const outside = await house.aPerson([{ role: 'administrator', divisionId: null }], '石井 徹');
  const release = await aReleaseOf('1.4.7', openssl('1.1.1k'));
  await matchReleases(tools, [release.key]);
  const facts = OwnFacts.parse({
    ...{ titleJa: '題名', titleEn: '', overview: '', vector: '', names: [] },
    ...{ technologies: [], references: [], tlp: 'red', products: [{ product: 'openssl/openssl', versions: '1.1.1k' }] },
  });
  await createOwnRecord(reader.tools, { facts, readerIds: [reader.person.id] });
  const told = house.told.filter(({ event }) => event === 'vulnerabilities.changed').at(-1);
  await matchVulnerabilities(tools, (told as { payload: { vulnerabilityIds: number[] } }).payload.vulnerabilityIds);
  const unmatchedOf = async (of: typeof tools) =>
    (await listUnmatched(of, { id: release.id, limit: 10 })).items.map(({ component, why }) => [component.name, why]);

  expect(await unmatchedOf(reader.tools)).toEqual([]);
  expect(await unmatchedOf(outside.tools)).toEqual([['openssl', 'nothing-known']]);
});
