import { type RawBuilder, sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '../../test/database.ts';
import { aCatalogue } from '../../test/registers.ts';
import { ComponentQuestion, WhereFilter, type WhereSort } from './contract/components.ts';
import { exportWhere } from './export-where.ts';
import { listCommonComponents, listComponentNames } from './list-component-names.ts';
import { ReleaseFacts } from './model/registers.ts';
import { releases } from './register/releases.ts';
import { shipments } from './register/shipments.ts';
import { createEntry, removeEntry } from './register/write-entry.ts';
import { factsOf } from './sbom/fingerprint.ts';
import { resolveComponents } from './store/components.ts';
import { conditionOf } from './store/where-is.ts';
import { countWhere as countReleasesWith, listWhere, type WherePlace } from './store/where-releases.ts';
import { suggestComponents } from './suggest-components.ts';
import { refreshTallies } from './tally.ts';
import { countWhere, whereIs } from './where-is.ts';

const { aPerson, db } = await freshDatabase();
const made = await aCatalogue(aPerson);
const { tools, camera, module, service, line } = made;

type Part = { name: string; version?: string | null; purl?: string; cpe?: string };

/** A release of a model with these components and so many shipped units. */
async function aRelease(modelId: string, version: string, parts: Part[], units = 0, state = 'shipped') {
  const release = await createEntry(tools, releases, ReleaseFacts.parse({ modelId, version, state }));
  if (units > 0) await createEntry(tools, shipments, { releaseId: release.id, month: '2026-04', region: 'JP', units });
  const facts = parts.map(({ name, version: said = null, purl = null, cpe }) =>
    factsOf({ name, version: said, purl, cpes: cpe ? [cpe] : [], supplier: null }),
  );
  const ids = await resolveComponents(db, facts);
  await sql`insert into release_component (release_key, component_id)
    select key, unnest(${ids}::integer[]) from release where id = ${release.id}::uuid`.execute(db);
  await db.transaction().execute(async (transaction) => {
    const { key } = await transaction
      .selectFrom('release')
      .select('key')
      .where('id', '=', release.id)
      .executeTakeFirstOrThrow();
    await refreshTallies(transaction, { releaseKeys: [key] });
  });
  return release;
}

const openssl = (version: string | null): Part => ({ name: 'OpenSSL', version });
const debian = (version: string): Part => ({
  name: 'openssl',
  version,
  purl: `pkg:deb/debian/openssl@${encodeURIComponent(version)}?distro=debian-11`,
});
const ssh: Part = {
  name: 'portable-ssh',
  version: '8.3p1',
  cpe: 'cpe:2.3:a:openbsd:openssh:8.3:p1:*:*:*:*:*:*',
};

beforeAll(async () => {
  await aRelease(camera.id, '2.0', [openssl('1.1.1k'), ssh], 1000);
  await aRelease(camera.id, '2.1', [openssl('1.1.1l')], 500);
  await aRelease(camera.id, '2.2', [openssl('3.0.7'), openssl('1.1.1k')], 20, 'in-development');
  await aRelease(module.id, '6.0', [debian('1.1.1k-1+deb11u2'), openssl('0a1b2c3d4e5f')], 40);
  await aRelease(service.id, '9', [openssl('unknown'), openssl(null)], 0);
  const gone = await aRelease(service.id, '8', [openssl('1.1.1k')], 7);
  await removeEntry(tools, releases, gone);
});

const filterOf = (words: Record<string, string>) => ({
  ...ComponentQuestion.parse(words),
  ...WhereFilter.parse(words),
});
async function found(words: Record<string, string>, sort: WhereSort = 'product') {
  const { items } = await whereIs(tools, { ...filterOf(words), sort, limit: 50 });
  return items.map(({ release, components }) =>
    [release.model.name, release.version, ...components.map(({ version }) => version)].join(' '),
  );
}

test.each<[Record<string, string>, string[]]>([
  [{ q: 'ｏｐｅｎｓｓｌ 1.1.1k' }, ['MC-220 2.0 1.1.1k', 'MC-220 2.2 1.1.1k', 'NetStack 6.0 1.1.1k-1+deb11u2']],
  [{ q: 'OpenSSL >=1.1.1 <1.1.1l' }, ['MC-220 2.0 1.1.1k', 'MC-220 2.2 1.1.1k', 'NetStack 6.0 1.1.1k-1+deb11u2']],
  [{ q: 'OpenSSL >1.1.1k' }, ['MC-220 2.1 1.1.1l', 'MC-220 2.2 3.0.7']],
  [
    { name: 'openssl', to: '1.1.1l', toIncluded: 'true', field: 'only' },
    ['MC-220 2.0 1.1.1k', 'MC-220 2.1 1.1.1l', 'NetStack 6.0 1.1.1k-1+deb11u2'],
  ],
  [{ q: 'openssl 1.1.1k', state: 'in-development' }, ['MC-220 2.2 1.1.1k']],
  [{ q: 'openssl 0a1b2c3d4e5f' }, ['NetStack 6.0 0a1b2c3d4e5f']],
  [{ purl: 'pkg:deb/debian/openssl' }, ['NetStack 6.0 1.1.1k-1+deb11u2']],
  [{ q: 'pkg:deb/debian/openssl@1.1.1l-1' }, []],
  [{ q: 'cpe:2.3:a:openbsd:openssh:8.3:p1' }, ['MC-220 2.0 8.3p1']],
  [{ cpe: 'cpe:/a:openbsd:openssh', to: '8.3' }, []],
  [{ q: 'openssl <1', line: '0193f0e6-0000-7000-8000-000000000000' }, []],
  [{ q: 'openssl <2', versions: 'without-order' }, ['NetStack 6.0 0a1b2c3d4e5f', 'みはりクラウド 9 unknown ']],
  [{ q: 'opens' }, []],
  [
    { q: 'openssl' },
    [
      'MC-220 2.0 1.1.1k',
      'MC-220 2.1 1.1.1l',
      'MC-220 2.2 1.1.1k 3.0.7',
      'NetStack 6.0 1.1.1k-1+deb11u2 0a1b2c3d4e5f',
      'みはりクラウド 9 unknown ',
    ],
  ],
])('%j is in %j', async (words, answer) => expect(await found(words)).toEqual(answer));

test('the answer counts lines, models, releases and units, and says what cannot be compared', async () => {
  const counts = await countWhere(tools, filterOf({ q: 'OpenSSL <=1.1.1k', line: line.id }));

  expect(counts).toMatchObject({
    asked: { by: 'name', what: 'OpenSSL', range: { from: null, to: '1.1.1k', toIncluded: true } },
    name: 'OpenSSL',
    components: 2,
    all: { lines: 1, models: 2, releases: 3, units: 1060 },
    field: { models: 2, releases: 2, units: 1040 },
    filtered: { releases: 3 },
    withoutOrder: { components: 3, releases: 2 },
  });
  expect(await countWhere(tools, filterOf({ q: 'openssl >9' }))).toMatchObject({ name: 'OpenSSL', components: 0 });
  expect(await countWhere(tools, filterOf({ q: 'log4j <2' }))).toMatchObject({
    name: null,
    all: { releases: 0, units: 0 },
  });
});

test('pages follow each other in every order without a gap', async () => {
  for (const sort of ['product', '-product', 'units', '-units', 'released', '-released'] as const) {
    const walked: string[] = [];
    let after: string | undefined;
    do {
      const page = await whereIs(tools, { ...filterOf({ q: 'openssl' }), sort, limit: 2, after });
      walked.push(...page.items.map(({ release }) => release.version));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(walked).toHaveLength(5);
    expect(new Set(walked).size).toBe(5);
    if (sort === '-units') expect(walked.slice(0, 2)).toEqual(['2.0', '2.1']);
  }
});

test('few and many are read in two ways with one answer', async () => {
  const { rows } = await sql<{ id: number }>`select id from component where name_folded = 'openssl'`.execute(db);
  const ids = rows.map(({ id }) => id);
  const read = async (spread: 'few' | 'many', sort: WhereSort, after: WherePlace | null) =>
    listWhere(db, { ids, spread }, { filter: filterOf({ state: 'shipped' }), sort, after, limit: 3 });

  for (const sort of ['product', '-product', 'units', '-units', 'released', '-released'] as const) {
    const first = await read('few', sort, null);
    const place = first[1]?.place ?? null;
    expect(first).toHaveLength(3);
    expect(await read('many', sort, null)).toEqual(first);
    expect(await read('many', sort, place)).toEqual(await read('few', sort, place));
  }
  const [few, many] = [{ ids, spread: 'few' } as const, { ids, spread: 'many' } as const];
  expect(await countReleasesWith(db, many, filterOf({}))).toEqual(await countReleasesWith(db, few, filterOf({})));
});

test('a question that names no component is refused', async () => {
  await expect(found({ q: ' <1.0' })).rejects.toMatchObject({ code: 'invalid', details: { parameter: 'q' } });
});

test('the file has a row for each release', async () => {
  const file = await exportWhere(tools, {
    ...filterOf({ q: 'openssl 1.1.1k' }),
    sort: '-units',
    format: 'csv',
    language: 'ja',
  });

  const [titles, first, ...others] = (await file.text()).trim().split('\r\n');
  expect(titles).toContain('製品シリーズ,機種,リリース,ハードウェア版,状態,');
  expect(first).toContain('家庭用カメラ,MC-220,2.0,,出荷済み,,1000,1,OpenSSL,1.1.1k,');
  expect(others).toHaveLength(2);
});

test('names are found by a part, short ones by their beginning', async () => {
  const names = async (q: string) => (await listComponentNames(tools, { q, limit: 50 })).items;

  expect(await names('ssl')).toEqual([{ name: 'OpenSSL', versions: 6, releases: 5 }]);
  expect((await names('op')).map(({ name }) => name)).toEqual(['OpenSSL']);
  expect(await names('ss')).toEqual([]);
  expect(await names('no such')).toEqual([]);
  expect((await names('')).map(({ name }) => name)).toEqual(['OpenSSL', 'portable-ssh']);
  const first = await listComponentNames(tools, { limit: 1 });
  expect((await listComponentNames(tools, { limit: 1, after: first.next ?? '' })).items).toMatchObject([
    { name: 'portable-ssh' },
  ]);
});

test('the names that many releases have are offered first, and what was removed counts for none', async () => {
  expect((await listCommonComponents(tools, { limit: 10 })).items).toEqual([
    { name: 'OpenSSL', versions: 6, releases: 5 },
    { name: 'portable-ssh', versions: 1, releases: 1 },
  ]);
  expect((await listCommonComponents(tools, { limit: 1 })).items).toHaveLength(1);
});

test.each([
  ['o', ['openssl 1.1.1k-1+deb11u2', 'OpenSSL 3.0.7', 'OpenSSL 1.1.1l']],
  ['ｏｐｅｎｓｓｌ　1.1', ['openssl 1.1.1k-1+deb11u2', 'OpenSSL 1.1.1l', 'OpenSSL 1.1.1k']],
  ['able-s', ['portable-ssh 8.3p1']],
  ['ab', []],
  ['', []],
])('whoever types %j is offered %j', async (q, offered) => {
  const { items } = await suggestComponents(tools, { q, limit: 10 });

  expect(items.map(({ name, version }) => `${name} ${version}`)).toEqual(offered);
});

test('each form of a question is answered by an index of its own', async () => {
  await sql`analyze`.execute(db);
  const planOf = (condition: RawBuilder<unknown>) =>
    db.transaction().execute(async (transaction) => {
      await sql`set local enable_seqscan = off`.execute(transaction);
      const { rows } = await sql`explain (costs off) select c.id from component c where ${condition}`.execute(
        transaction,
      );
      return JSON.stringify(rows);
    });

  expect(await planOf(conditionOf('name', 'OpenSSL'))).toContain('component_by_name');
  expect(await planOf(conditionOf('purl', 'pkg:deb/debian/openssl'))).toContain('component_by_purl');
  expect(await planOf(conditionOf('cpe', 'cpe:2.3:a:openbsd:openssh'))).toContain('component_by_cpe');
});
