import { beforeEach, expect, test } from 'vitest';
import type { Statement } from '#intelligence/pure';
import { freshDatabase, noon } from '../../test/database.ts';
import { aShippingHouse, openssl } from '../../test/matching/shipped.ts';
import { aCriterion, aStatement, cpeProduct, ranges } from '../../test/statements.ts';
import type { OwnFacts } from '../intelligence/model.ts';
import { createOwnRecord } from '../intelligence/write-own-record.ts';
import { exportTrend } from './export-trend.ts';
import { getTrend } from './get-trend.ts';
import { listChanges } from './list-changes.ts';
import { getToday, listTouching } from './list-touching.ts';
import { matchReleases } from './match-releases.ts';
import { matchVulnerabilities } from './match-vulnerabilities.ts';
import { weekFrom } from './weeks.ts';

const house = await freshDatabase();
beforeEach(house.reset);
const { aReleaseOf, comesIn } = aShippingHouse(house);

const secret: OwnFacts = {
  ...{ titleJa: '秘密の題名', titleEn: '', overview: '', vector: '', names: [], references: [], tlp: 'red' },
  ...{ products: [{ product: 'cpe:2.3:a:openssl:openssl', versions: '1.1.1l より前' }], technologies: [] },
};

/** The tools as they are so many days before noon of Tuesday, 24 November. */
const daysAgo = (days: number) => ({ ...house.system, now: () => noon.subtract({ hours: days * 24 }) });

function aRecord(name: string, range: string, score: number, facts: Partial<Statement> = {}): Statement {
  return aStatement({
    ...{ externalId: name, names: [name], scores: [{ version: '3.1', score, vector: null, by: 'nvd' }] as never },
    criteria: [aCriterion({ product: cpeProduct('a', 'openssl:openssl'), ranges: ranges(range) })],
    ...facts,
  });
}

/** Weeks of which something is known, with what changed and how much applied at the end. */
async function weeks() {
  const { weeks: all } = await getTrend(house.system);
  return all.flatMap(({ monday, known: one }) =>
    one ? [[monday, one.applies, one.mayApply, one.still, one.open.critical, one.open.high]] : [],
  );
}

test('each week tells what is new in it and what applies at its end; nothing is said of the time before', async () => {
  const release = await aReleaseOf('1.4.7', openssl('1.1.1k'));
  await matchReleases(daysAgo(15), [release.key]);
  const first = await comesIn(
    aRecord('CVE-2026-1', '[1.1.1,1.1.1l)', 9.8),
    aRecord('CVE-2026-2', '[1.1.1,1.1.1l)', 7.5),
  );
  await matchVulnerabilities(daysAgo(15), first);
  const second = await comesIn(aRecord('CVE-2026-3', '[1.1.1,1.1.1l)', 7.5));
  await matchVulnerabilities(daysAgo(8), second);
  await matchVulnerabilities(daysAgo(1), await comesIn(aRecord('CVE-2026-1', '[1.1.1,1.1.1k)', 9.8)));

  expect(await weeks()).toEqual([
    ['2026-11-09', 2, 0, 1, 1, 1],
    ['2026-11-16', 1, 0, 1, 1, 2],
    ['2026-11-23', 0, 0, 0, 0, 2],
  ]);
  expect((await getTrend(house.system)).since).toBe(noon.subtract({ hours: 15 * 24 }).toString());
});

test('what came back within a week is not new, what needed a look and now applies is', async () => {
  const release = await aReleaseOf('1.4.7', openssl('1.1.1k'));
  await matchReleases(daysAgo(12), [release.key]);
  await matchVulnerabilities(daysAgo(12), await comesIn(aRecord('CVE-2026-1', '[1.1.1,1.1.1l)', 9.8)));
  await matchVulnerabilities(daysAgo(1), await comesIn(aRecord('CVE-2026-1', '[1.1.1,1.1.1k)', 9.8)));
  await matchVulnerabilities(house.system, await comesIn(aRecord('CVE-2026-1', '[1.1.1,1.1.1l)', 9.8)));
  expect((await weeks()).at(-1)).toEqual(['2026-11-23', 0, 0, 0, 1, 0]);

  const unread = { path: '/a', product: cpeProduct('a', 'openssl:openssl'), unread: ['some versions'] };
  const open = aStatement({ externalId: 'CVE-2026-2', names: ['CVE-2026-2'], criteria: [aCriterion(unread)] });
  await matchVulnerabilities(daysAgo(10), await comesIn(open));
  await matchVulnerabilities(house.system, await comesIn(aRecord('CVE-2026-2', '[1.1.1,1.1.1l)', 7.5)));
  expect((await weeks()).at(-1)).toEqual(['2026-11-23', 1, 0, 1, 1, 1]);
});

test('the list of a week has as many as the week says are left', async () => {
  const release = await aReleaseOf('1.4.7', openssl('1.1.1k'));
  await matchReleases(daysAgo(9), [release.key]);
  const both = await comesIn(
    aRecord('CVE-2026-1', '[1.1.1,1.1.1l)', 9.8),
    aRecord('CVE-2026-2', '[1.1.1,1.1.1l)', 7.5),
  );
  await matchVulnerabilities(daysAgo(8), both);
  await matchVulnerabilities(daysAgo(1), await comesIn(aRecord('CVE-2026-1', '[1.1.1,1.1.1k)', 9.8)));

  const listed = async (week: string) =>
    (await listTouching(house.system, { week, limit: 10, releases: 'field' })).items.map(
      ({ vulnerability, cause, example }) => [vulnerability.name, cause?.what, example.fixes[0]?.version],
    );
  expect((await weeks()).map(([monday, , , still]) => [monday, still])).toEqual([
    ['2026-11-16', 1],
    ['2026-11-23', 0],
  ]);
  expect(await listed('2026-11-16')).toEqual([['CVE-2026-2', 'records', '1.1.1l']]);
  expect(await listed('2026-11-18')).toHaveLength(1);
  expect(await listed('2026-11-23')).toEqual([]);
});

test('today counts and lists what stands otherwise than yesterday at this time', async () => {
  const release = await aReleaseOf('1.4.7', openssl('1.1.1k'));
  await matchReleases(daysAgo(9), [release.key]);
  await matchVulnerabilities(daysAgo(8), await comesIn(aRecord('CVE-2026-1', '[1.1.1,1.1.1l)', 9.8)));
  await matchVulnerabilities(daysAgo(0.5), await comesIn(aRecord('CVE-2026-1', '[1.1.1,1.1.1k)', 9.8)));
  await matchVulnerabilities(daysAgo(0.25), await comesIn(aRecord('CVE-2026-2', '[1.1.1,1.1.1l)', 7.5)));

  expect((await getToday(house.system)).changed).toEqual({ applies: 1, mayApply: 0, gone: 1 });
  const first = await listChanges(house.system, { limit: 1 });
  const rest = await listChanges(house.system, { limit: 5, after: first.next ?? '' });
  expect(
    [...first.items, ...rest.items].map(({ vulnerability, before, after }) => [vulnerability.name, before, after]),
  ).toEqual([
    ['CVE-2026-2', null, 'applies'],
    ['CVE-2026-1', 'applies', null],
  ]);
});

test('what stands behind a wall is in no count of those outside', async () => {
  const release = await aReleaseOf('1.4.7', openssl('1.1.1k'));
  await matchReleases(house.system, [release.key]);
  const author = await house.aPerson();
  await createOwnRecord(author.tools, { facts: secret, readerIds: [] });
  const { payload } = house.told.findLast(({ event }) => event === 'vulnerabilities.changed') ?? {};
  await matchVulnerabilities(house.system, (payload as { vulnerabilityIds: number[] }).vulnerabilityIds);
  const outside = (await house.aPerson()).tools;

  const newest = async (tools: typeof outside) => (await getTrend(tools)).weeks.at(-1)?.known?.applies ?? null;
  expect(await newest(author.tools)).toBe(1);
  expect(await newest(outside)).toBeNull();
  expect((await getToday(author.tools)).changed.applies).toBe(1);
  expect((await getToday(outside)).changed.applies).toBe(0);
  expect((await listChanges(outside, { limit: 5 })).items).toEqual([]);
  const week = { week: '2026-11-24', limit: 5, releases: 'field' } as const;
  expect((await listTouching(author.tools, week)).items).toHaveLength(1);
  expect((await listTouching(outside, week)).items).toEqual([]);
});

test('the weeks go out as a file, empty where nothing is known', async () => {
  const release = await aReleaseOf('1.4.7', openssl('1.1.1k'));
  await matchReleases(daysAgo(9), [release.key]);
  await matchVulnerabilities(daysAgo(8), await comesIn(aRecord('CVE-2026-1', '[1.1.1,1.1.1l)', 9.8)));
  const file = await exportTrend(house.system, { format: 'csv', language: 'ja' });
  const lines = (await file.text()).trim().split('\r\n');
  expect(file.name).toBe('週ごとの該当_20261124.csv');
  expect(lines).toHaveLength(27);
  expect(lines[0]).toContain('週の始まり,新しい該当,新しい要確認,うち今も残るもの,週末の該当：緊急');
  expect(lines.slice(-3)).toEqual(['2026/11/09,,,,,,,,', '2026/11/16,1,0,1,1,0,0,0,0', '2026/11/23,0,0,0,1,0,0,0,0']);
});

test('a week is from Monday to Sunday in Japan', () => {
  const { from, before } = weekFrom(Temporal.PlainDate.from('2026-11-29'));
  expect([from.toString(), before.toString()]).toEqual(['2026-11-22T15:00:00Z', '2026-11-29T15:00:00Z']);
});
