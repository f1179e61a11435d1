import { beforeEach, expect, test } from 'vitest';
import type { Tools } from '#access';
import { VerdictContent, type VerdictScope } from '#verdicts/model';
import { freshDatabase, noon } from '../../test/database.ts';
import { aShippingHouse, openssl } from '../../test/matching/shipped.ts';
import { everythingCounted, standingsOf, wrongStandings } from '../../test/matching/standings.ts';
import { aCriterion, aStatement, cpeProduct, ranges } from '../../test/statements.ts';
import { setVerdictPolicy } from '../verdicts/verdict-policy.ts';
import { approveDecision, declineDecision } from './approve-decision.ts';
import { confirmInherited } from './confirm-inherited.ts';
import { decide, previewVerdict } from './decide.ts';
import { expireVerdicts } from './expire-verdicts.ts';
import { countExposures, listExposures } from './list-exposures.ts';
import { getToday, listAffectedReleases, listTouching } from './list-touching.ts';
import { matchReleases } from './match-releases.ts';
import { matchVulnerabilities } from './match-vulnerabilities.ts';
import type { PlaceSelection } from './model.ts';
import { revokeVerdicts } from './revoke-verdicts.ts';
import { undoDecision } from './undo-decision.ts';

const house = await freshDatabase();
beforeEach(house.reset);
const { aReleaseOf, aReleaseOfModel, comesIn } = aShippingHouse(house);

const product = 'cpe:a:openssl:openssl';
const later = (hours: number) => () => noon.add({ hours });
const at = (tools: Tools, hours: number): Tools => ({ ...tools, now: later(hours) });

const record = (name: string, range = '[1.0,2.0)') =>
  aStatement({
    ...{ externalId: name, names: [name] },
    criteria: [aCriterion({ product: cpeProduct('a', 'openssl:openssl'), ranges: ranges(range) })],
  });

const notAffected = (more: Partial<VerdictContent> = {}) =>
  VerdictContent.parse({
    ...{ status: 'not-affected', justification: 'vulnerable-code-not-present', reason: 'not-compiled' },
    ...more,
  });
const plain = (status: VerdictContent['status'], more: Partial<VerdictContent> = {}) =>
  VerdictContent.parse({ status, note: '調べた', ...more });

const ofRelease = (release: { id: string }, vulnerability = 'CVE-2026-1'): PlaceSelection => ({
  ...{ by: 'places', places: [{ release: release.id, vulnerability, product }] },
});
const all = (vulnerability = 'CVE-2026-1'): PlaceSelection => ({ by: 'vulnerability', vulnerability });
const deciding = (places: PlaceSelection, scope: VerdictScope, content = notAffected()) => ({
  ...{ places, scope, content, readerIds: null },
});

/** Three releases of a model and one of another, all touched by CVE-2026-1. */
async function aTouchedHouse() {
  const releases = [
    await aReleaseOf('1.0', openssl('1.1.0')),
    await aReleaseOf('1.1', openssl('1.1.1')),
    await aReleaseOf('1.2', openssl('1.1.2')),
    await aReleaseOfModel('MR-2000', '5.0', openssl('1.1.0')),
  ] as const;
  await matchReleases(
    house.system,
    releases.map(({ key }) => key),
  );
  await matchVulnerabilities(house.system, await comesIn(record('CVE-2026-1')));
  const analyst = (await house.aPerson([{ role: 'analyst', divisionId: null }])).tools;
  const responsible = (await house.aPerson([{ role: 'responsible', divisionId: null }], '鈴木 一郎')).tools;
  return { releases, analyst, responsible };
}

const standings = () => standingsOf(house.ownerUrl);

test('the narrowest scope wins, then the newest', async () => {
  const { releases, analyst } = await aTouchedHouse();
  const [first] = releases;

  await decide(analyst, deciding(all(), 'all'));
  expect(await standings()).toEqual(['1.0 0', '1.1 0', '1.2 0', '5.0 0']);
  await decide(at(analyst, 1), deciding(ofRelease(first), 'line', plain('under-investigation')));
  expect(await standings()).toEqual(['1.0 3', '1.1 3', '1.2 3', '5.0 3']);
  await decide(at(analyst, 2), deciding(ofRelease(first), 'model'));
  expect(await standings()).toEqual(['1.0 0', '1.1 0', '1.2 0', '5.0 3']);
  await decide(at(analyst, 3), deciding(ofRelease(first), 'release', plain('affected')));
  expect(await standings()).toEqual(['1.0 3', '1.1 0', '1.2 0', '5.0 3']);
  // A newer one for the model leaves the release alone.
  await decide(at(analyst, 4), deciding(ofRelease(first), 'model', plain('affected')));
  expect(await standings()).toEqual(['1.0 3', '1.1 3', '1.2 3', '5.0 3']);
  expect(await wrongStandings(house)).toEqual([]);
});

test('what is foretold happens; undone, everything stands and counts exactly as before', async () => {
  const { releases, analyst } = await aTouchedHouse();
  await decide(analyst, deciding(ofRelease(releases[0]), 'model', plain('under-investigation')));
  const before = await everythingCounted(house.ownerUrl);
  const today = await getToday(house.system);
  house.told.length = 0;

  const asked = deciding(ofRelease(releases[1]), 'model');
  const foretold = await previewVerdict(at(analyst, 1), asked);
  const { decisionId, ...done } = await decide(at(analyst, 1), asked);

  expect(foretold).toEqual({
    ...{ verdicts: 1, replaces: 1, vulnerabilities: 1, chosen: 1, underNarrower: 0, waits: false, readersOnly: false },
    covers: { places: 3, releases: 3, units: 3_000 },
    closes: { places: 3, releases: 3, units: 3_000 },
    reopens: { places: 0, releases: 0, units: 0 },
  });
  expect(done).toEqual(foretold);
  expect(house.told.map(({ event }) => event)).toEqual(['exposure.changed']);
  expect(await wrongStandings(house)).toEqual([]);
  expect(today.applies).toBe(1);
  expect((await countExposures(house.system, { id: releases[0].id })).closed).toBe(1);

  expect(await undoDecision(at(analyst, 2), { id: decisionId })).toEqual({ places: 3, releases: 3, units: 3_000 });
  expect(await everythingCounted(house.ownerUrl)).toEqual(before);
  await expect(undoDecision(analyst, { id: decisionId })).rejects.toMatchObject({ code: 'conflict' });
});

test('what is closed everywhere is in no list of what is open, and is found where it is asked for', async () => {
  const { releases, analyst } = await aTouchedHouse();
  await decide(analyst, deciding(all(), 'all'));
  const page = { limit: 10, releases: 'field' as const };

  expect((await getToday(house.system)).applies).toBe(0);
  expect((await listTouching(house.system, page)).items).toEqual([]);
  const closed = (await listTouching(house.system, { ...page, standing: 'closed' })).items;
  expect(closed.map(({ vulnerability, match }) => [vulnerability.name, match])).toEqual([['CVE-2026-1', 'applies']]);

  const [{ id }] = releases;
  expect((await listExposures(house.system, { id, limit: 10 })).items).toEqual([]);
  const [place] = (await listExposures(house.system, { id, limit: 10, standing: ['closed'] })).items;
  expect(place).toMatchObject({
    ...{ match: 'applies', standing: 'closed', product, waiting: null },
    verdict: { status: 'not-affected', scope: 'all', author: { name: '佐藤 美咲' }, inherited: false, walled: false },
  });
  expect((await listExposures(house.system, { id, limit: 10, verdict: ['not-affected'] })).items).toHaveLength(1);
  expect(
    (await listExposures(house.system, { id, limit: 10, verdict: ['none', 'inherited', 'waiting'] })).items,
  ).toEqual([]);
  const touched = (await listAffectedReleases(house.system, { name: 'CVE-2026-1', limit: 10 })).items;
  expect(touched.map(({ standing, verdict }) => [standing, verdict?.scope])).toEqual(Array(4).fill(['closed', 'all']));
});

test('a later release stands open under what was carried over, until somebody confirms', async () => {
  const { analyst } = await aTouchedHouse();
  await decide(analyst, deciding(all(), 'line'));
  const release = await aReleaseOf('1.3', openssl('1.1.3'));
  await house.db
    .insertInto('register_change')
    .values({
      ...{ entry_id: release.id, revision: 1, register: 'releases', change_id: release.id, changed_at: later(1)() },
      ...{ person_id: null, person_name: 'test', how: 'create', before: '{}', after: '{}' },
    })
    .execute();
  await matchReleases(house.system, [release.key]);

  expect(await standings()).toEqual(['1.0 0', '1.1 0', '1.2 0', '1.3 3?', '5.0 0']);
  expect(await wrongStandings(house)).toEqual([]);
  const { items } = await listExposures(house.system, { id: release.id, limit: 10, verdict: ['inherited'] });
  expect(items.map(({ standing, verdict }) => [standing, verdict?.inherited])).toEqual([['open', true]]);
  expect((await countExposures(house.system, { id: release.id })).inherited).toBe(1);

  const confirmed = await confirmInherited(at(analyst, 2), { release: release.id });

  expect(confirmed).toEqual({ places: 1, releases: 1, units: 1_000 });
  expect((await standings())[3]).toBe('1.3 0');
  expect(await wrongStandings(house)).toEqual([]);
  await expect(confirmInherited(analyst, { release: release.id })).rejects.toMatchObject({ code: 'not-found' });
});

test('where a second person has to approve, what closes waits for another, and never counts when sent back', async () => {
  const { releases, analyst, responsible } = await aTouchedHouse();
  await setVerdictPolicy(responsible, { fourEyes: true });
  const before = await standings();

  const first = await decide(analyst, deciding(all(), 'all'));
  expect([first.waits, first.closes.places, await standings()]).toEqual([true, 4, before]);
  const [waiting] = (await listExposures(house.system, { id: releases[0].id, limit: 10, verdict: ['waiting'] })).items;
  expect(waiting).toMatchObject({ standing: 'open', verdict: null, waiting: { status: 'not-affected' } });
  await expect(approveDecision(analyst, { id: first.decisionId, note: '' })).rejects.toMatchObject({
    ...{ code: 'not-allowed', details: { reason: 'own-decision' } },
  });
  const own = await decide(responsible, deciding(all(), 'line'));
  await expect(approveDecision(responsible, { id: own.decisionId, note: '' })).rejects.toMatchObject({
    code: 'not-allowed',
  });

  await declineDecision(at(responsible, 1), { id: first.decisionId, note: '根拠が足りない' });
  expect(await standings()).toEqual(before);
  await expect(approveDecision(responsible, { id: first.decisionId, note: '' })).rejects.toMatchObject({
    code: 'conflict',
  });

  const second = await decide(at(analyst, 2), deciding(all(), 'model'));
  const approved = await approveDecision(at(responsible, 3), { id: second.decisionId, note: '' });
  expect([approved.places, await standings()]).toEqual([4, ['1.0 0', '1.1 0', '1.2 0', '5.0 0']]);
  // What closes nothing waits for nobody.
  expect((await decide(at(analyst, 4), deciding(all(), 'model', plain('affected')))).waits).toBe(false);
  expect(await wrongStandings(house)).toEqual([]);
});

test('a verdict counts through its last day, is open again after it, and the history says why', async () => {
  const { analyst } = await aTouchedHouse();
  await decide(analyst, deciding(all(), 'all', notAffected({ until: '2026-11-25' })));

  await expireVerdicts(at(house.system, 24));
  expect((await standings())[0]).toBe('1.0 0');
  await expireVerdicts(at(house.system, 48));

  expect(await standings()).toEqual(['1.0 3', '1.1 3', '1.2 3', '5.0 3']);
  expect(await wrongStandings(house)).toEqual([]);
  const { items } = await listTouching(house.system, { limit: 10, releases: 'field' });
  expect(items.map(({ cause, firstSeenAt }) => [cause?.what, firstSeenAt])).toEqual([['expiry', noon.toString()]]);
  const events = await house.db.selectFrom('verdict_event').select(['what', 'person_id']).orderBy('at').execute();
  expect(events.map(({ what }) => what)).toEqual(['decide', 'expire']);
});

test('revoked it is open again, and what it replaced does not come back', async () => {
  const { analyst } = await aTouchedHouse();
  await decide(analyst, deciding(all(), 'all'));
  const { decisionId } = await decide(at(analyst, 1), deciding(all(), 'all', notAffected({ note: '二度目' })));
  const verdict = await house.db
    .selectFrom('verdict')
    .select('id')
    .where('decision_id', '=', decisionId)
    .executeTakeFirstOrThrow();

  const revoked = await revokeVerdicts(at(analyst, 2), { ids: [verdict.id], note: '誤り' });

  expect([revoked.places, await standings()]).toEqual([4, ['1.0 3', '1.1 3', '1.2 3', '5.0 3']]);
  expect(await wrongStandings(house)).toEqual([]);
  await expect(revokeVerdicts(analyst, { ids: [verdict.id], note: '誤り' })).rejects.toMatchObject({
    code: 'conflict',
  });
  await expect(undoDecision(analyst, { id: decisionId })).rejects.toMatchObject({ code: 'conflict' });
});

test('fixed from a release on leaves the releases before it open, also when its date changes', async () => {
  const { releases, analyst } = await aTouchedHouse();
  for (const [day, release] of releases.slice(0, 3).entries())
    await house.db
      .updateTable('release')
      .set({ released_on: `2026-0${day + 1}-01` as never })
      .where('id', '=', release.id)
      .execute();
  const fixed = plain('fixed', { fixedIn: releases[1].id });
  await decide(analyst, deciding(ofRelease(releases[1]), 'model'));

  const foretold = await previewVerdict(at(analyst, 1), deciding(ofRelease(releases[0]), 'model', fixed));
  await decide(at(analyst, 1), deciding(ofRelease(releases[0]), 'model', fixed));
  expect([foretold.covers.places, foretold.reopens.places]).toEqual([2, 1]);
  expect(await standings()).toEqual(['1.0 3', '1.1 0', '1.2 0', '5.0 3']);

  await house.db
    .updateTable('release')
    .set({ released_on: '2026-06-01' as never })
    .where('id', '=', releases[1].id)
    .execute();
  await matchReleases(house.system, [releases[1].key], 'release');
  expect(await standings()).toEqual(['1.0 3', '1.1 0', '1.2 3', '5.0 3']);
  expect(await wrongStandings(house)).toEqual([]);
  const elsewhere = deciding(ofRelease(releases[3]), 'model', fixed);
  await expect(decide(analyst, elsewhere)).rejects.toMatchObject({ details: { obstacle: 'fixed-in-unfit' } });
  await expect(decide(analyst, deciding(all(), 'line', fixed))).rejects.toMatchObject({
    details: { obstacle: 'fixed-scope' },
  });
});

test('behind a wall a verdict lies over the places for its readers and changes nothing that is kept', async () => {
  const { releases, analyst, responsible } = await aTouchedHouse();
  const before = (await everythingCounted(house.ownerUrl)).filter(
    (row) => (row as { kind: string }).kind !== 'verdict',
  );
  const reader = (await house.aPerson([{ role: 'analyst', divisionId: null }])).tools;

  const effect = await decide(analyst, {
    ...{ places: all(), scope: 'all', content: notAffected(), readerIds: [reader.viewer.person?.id ?? ''] },
  });

  expect([effect.readersOnly, effect.closes.places]).toEqual([true, 4]);
  const after = (await everythingCounted(house.ownerUrl)).filter((row) => (row as { kind: string }).kind !== 'verdict');
  expect(after).toEqual(before);
  const standingFor = async (tools: Tools) =>
    (await listExposures(tools, { id: releases[0].id, limit: 10 })).items.map(({ standing, verdict }) => [
      ...[standing, verdict?.walled ?? null],
    ]);
  expect(await standingFor(reader)).toEqual([['closed', true]]);
  expect(await standingFor(responsible)).toEqual([['open', null]]);
  await expect(undoDecision(responsible, { id: effect.decisionId })).rejects.toMatchObject({ code: 'not-found' });
});

test('verdicts follow their vulnerability when its numbers come together', async () => {
  const { analyst } = await aTouchedHouse();
  await matchVulnerabilities(house.system, await comesIn({ ...record('JVNDB-2026-7'), source: 'jvn' as never }));
  await decide(analyst, deciding(all('JVNDB-2026-7'), 'all'));
  await decide(at(analyst, 1), deciding(all(), 'all', plain('affected')));

  const both = { ...record('JVNDB-2026-7'), source: 'jvn' as never, names: ['JVNDB-2026-7', 'CVE-2026-1'] };
  await matchVulnerabilities(house.system, await comesIn(both));

  expect(await standings()).toEqual(['1.0 3', '1.1 3', '1.2 3', '5.0 3']);
  const kept = await house.db.selectFrom('verdict').select(['name', 'state']).orderBy('key').execute();
  expect(kept).toEqual([
    { name: 'JVNDB-2026-7', state: 'replaced' },
    { name: 'CVE-2026-1', state: 'standing' },
  ]);
  expect(await wrongStandings(house)).toEqual([]);
});

test('a list as it is filtered is decided at once', async () => {
  const { releases, analyst } = await aTouchedHouse();
  await matchVulnerabilities(house.system, await comesIn(record('CVE-2026-2'), record('CVE-2026-3', '[1.0,1.1.1)')));
  const [{ id }] = releases;

  const ofOne = await decide(analyst, deciding({ by: 'release', release: id, filter: { q: 'CVE-2026-2' } }, 'release'));
  expect([ofOne.verdicts, ofOne.closes.places]).toEqual([1, 1]);
  const filter = { releases: 'field' as const, match: ['applies' as const] };
  const ofAll = await decide(at(analyst, 1), deciding({ by: 'touching', filter }, 'release'));

  expect([ofAll.chosen, ofAll.verdicts, ofAll.vulnerabilities, ofAll.closes.releases]).toEqual([9, 9, 3, 4]);
  expect((await getToday(house.system)).applies).toBe(0);
  expect(await wrongStandings(house)).toEqual([]);
  const none = deciding({ by: 'places', places: [{ release: id, vulnerability: 'CVE-2026-9', product }] }, 'release');
  await expect(decide(analyst, none)).rejects.toMatchObject({ code: 'not-found' });
});
