import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { listSources } from '#intelligence';
import { freshDatabase, noon } from '../../test/database.ts';
import { listChanges } from '../matching/list-changes.ts';
import { getToday, listTouching } from '../matching/list-touching.ts';
import { TouchingFilter } from '../matching/model.ts';
import { loadDemo } from './load-demo.ts';
import { vulnerabilities } from './vulnerabilities/all.ts';

const { system, db } = await freshDatabase();
const stateFolder = mkdtempSync(path.join(tmpdir(), 'mamori-demo-'));
afterAll(() => rmSync(stateFolder, { recursive: true, force: true }));
const tools = { ...system, house: { ...system.house, stateFolder } };
await loadDemo(tools, 'a password of this test');

const facts = async () => ({
  lines: await db.selectFrom('product_line').select(['name', 'revision']).orderBy('name_folded').execute(),
  models: await db.selectFrom('model').select(['name', 'part_numbers', 'revision']).orderBy('name_folded').execute(),
  releases: await db.selectFrom('release').select(['version', 'revision']).orderBy('key').execute(),
  imports: await db.selectFrom('sbom_import').select(['state', 'file_name']).orderBy('received_at').execute(),
  recordImports: await db.selectFrom('intelligence_import').select(['names', 'state', 'counts']).execute(),
  exposures: await db
    .selectFrom('exposure')
    .select(['release_key', 'vulnerability_id', 'value', 'first_seen_at'])
    .orderBy('release_key')
    .orderBy('vulnerability_id')
    .orderBy('product_key_id')
    .execute(),
  units: await db
    .selectFrom('model_tally')
    .select(({ fn }) => fn.sum<number>('units').as('all'))
    .executeTakeFirst(),
  audit: await db.selectFrom('audit').select('id').where('action', 'like', 'model.%').execute(),
});

test('the products of the demonstration are three lines, ten models, 21 part numbers and 28 releases, loaded once', async () => {
  const once = await facts();
  await loadDemo(tools, 'a password of this test');

  expect(await facts()).toEqual(once);
  expect(once.lines).toHaveLength(3);
  expect(once.models).toHaveLength(10);
  expect(once.models.reduce((sum, { part_numbers }) => sum + part_numbers, 0)).toBe(21);
  expect(once.releases).toHaveLength(28);
  expect(new Set(once.imports.map(({ state }) => state))).toEqual(new Set(['stored']));
  expect(once.recordImports.map(({ counts }) => (counts as { refused: number }).refused)).toEqual(
    once.recordImports.map(() => 0),
  );
  expect(Number(once.units?.all)).toBe(344_020);
  const { ends, owner, successor } = await db
    .selectFrom('model')
    .leftJoin('model as next', 'next.id', 'model.successor_id')
    .select(['model.security_ends_on as ends', 'model.owner_post_id as owner', 'next.name as successor'])
    .where('model.name', '=', 'MR-300')
    .executeTakeFirstOrThrow();
  expect([ends?.toString(), owner, successor]).toEqual(['2023-03-31', null, 'MR-1167']);
}, 60_000);

test('its releases have what the story needs: two versions of OpenSSL, a module in several, old parts entered by hand', async () => {
  const within = await db
    .selectFrom('release_component as rc')
    .innerJoin('component as c', 'c.id', 'rc.component_id')
    .innerJoin('release as r', 'r.key', 'rc.release_key')
    .innerJoin('model as m', 'm.id', 'r.model_id')
    .select(['m.name as model', 'r.version', 'c.name', 'c.version as of'])
    .where('c.name', 'in', ['openssl', 'hostapd', 'Realtek Jungle SDK', 'curl'])
    .orderBy('r.key')
    .execute();
  const having = (name: string) =>
    within.filter((row) => row.name === name).map(({ model, version, of }) => `${model} ${version}: ${of}`);
  expect(having('openssl')).toEqual(expect.arrayContaining(['MR-1167 1.4.7: 1.1.1k', 'MR-1167 1.5.0: 1.1.1l']));
  expect(having('curl')).toContain('MR-1167 1.4.7: 7.83.0');
  expect(having('hostapd').filter((line) => line.startsWith('MR-'))).toHaveLength(6);
  expect(having('Realtek Jungle SDK')).toEqual(['MR-300 1.0.9: 3.4.11']);
});

test('本日の対応 begins with three new ones that apply, seven parts without identity, one phrase and one source that has stopped', async () => {
  const today = await getToday(tools);
  const fresh = await listTouching(tools, { ...TouchingFilter.parse({ newDays: 7 }), limit: 10 });

  expect(today).toMatchObject({ newApplies: 3, newMayApply: 1, exploited: 3, unidentified: 7, phrases: 1 });
  expect(
    fresh.items.map(({ vulnerability, match, example: { release, component }, counts }) => [
      ...[vulnerability.name, match, `${release.model.name} ${release.version}`],
      ...[`${component?.name} ${component?.version}`, counts.units],
    ]),
  ).toEqual([
    ['CVE-2021-3711', 'applies', 'MR-1167 1.4.7', 'openssl 1.1.1k', 31_650],
    ['CVE-2023-38545', 'applies', 'MR-1167 1.4.7', 'curl 7.83.0', 31_650],
    ['CVE-2018-25103', 'applies', 'MR-1167 1.4.7', 'lighttpd 1.4.50', 31_650],
    ['CVE-2026-32282', 'may-apply', 'みはりクラウド中継 2026.11.2', 'go 1.22.5', 0],
  ]);
  expect((await listSources(tools)).map(({ source, ageHours, isStale }) => [source, ageHours, isStale])).toEqual([
    ['jvn', 31, true],
    ['kev', 5, false],
    ['osv', 2, false],
    ['cve', 0, false],
    ['nvd', 0, false],
  ]);
});

test('what changed since yesterday came about as on a day of work, and who did it stands in the trail', async () => {
  const { items } = await listChanges(tools, { limit: 10 });
  const day = await db
    .selectFrom('audit')
    .select(['actor_name as by', 'action', 'at'])
    .where('at', '>', noon.subtract({ hours: 24 }))
    .where('actor_kind', '=', 'person')
    .orderBy('id')
    .execute();

  expect((await getToday(tools)).changed).toEqual({ applies: 1, mayApply: 1, gone: 1 });
  expect(items.map(({ vulnerability, before, after, cause }) => [vulnerability.name, before, after, cause])).toEqual([
    ['CVE-2018-25103', null, 'applies', 'components'],
    ['CVE-2026-32282', null, 'may-apply', 'records'],
    ['CVE-2019-7317', 'applies', null, 'components'],
  ]);
  expect(day.map(({ by, action }) => `${by} ${action}`)).toEqual([
    '石井 徹 post.hand-over',
    '中村 大輝 sbom.receive',
    '中村 大輝 sbom.store',
    '佐藤 美咲 identity-correction.create',
  ]);
  expect(day.map(({ at }) => at.epochMilliseconds)).toEqual(day.map(({ at }) => at.epochMilliseconds).sort());
});

test('started again the next day it reads all sources but the one that has stopped', async () => {
  const nextDay = { ...tools, now: () => noon.add({ hours: 26 }) };
  await loadDemo(nextDay, 'a password of this test');

  expect((await listSources(nextDay)).map(({ source, ageHours, isStale }) => [source, ageHours, isStale])).toEqual([
    ['jvn', 57, true],
    ['kev', 5, false],
    ['osv', 2, false],
    ['cve', 0, false],
    ['nvd', 0, false],
  ]);
});

test('what is known are at least 150 real vulnerabilities, 15 of them told by the CVE List and NVD alike', () => {
  const real = vulnerabilities.map(({ id }) => id);
  expect(new Set(real).size).toBe(real.length);
  expect(real.length).toBeGreaterThanOrEqual(150);
  expect(vulnerabilities.filter(({ cve, nvd }) => cve && nvd).length).toBeGreaterThanOrEqual(15);
});
