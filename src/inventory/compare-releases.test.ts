import { beforeEach, expect, test } from 'vitest';
import type { Tools } from '#access';
import { freshDatabase } from '../../test/database.ts';
import { aModel, aRelease, contain } from '../../test/products.ts';
import { aDocument, aPart, comingDocument, withFolder } from '../../test/sbom-bytes.ts';
import { compareReleases, exportComparison } from './compare-releases.ts';
import type { ComparisonFilter } from './contract/exports.ts';
import { takeSbom } from './take-sbom.ts';

const { db, aPerson, reset } = await freshDatabase();
const inFolder = withFolder();
beforeEach(reset);

const take = (tools: Tools, releaseId: string, document: object) =>
  takeSbom(tools, { releaseId, file: comingDocument(document), origin: 'page' });

/** Version 1.0 of a model and version 2.0, in which busybox is newer, openssl has gone, mbedtls has come and zlib has another licence. */
async function twoReleases() {
  const { tools: house } = await aPerson();
  const tools = inFolder(house);
  const { id: modelId } = await aModel(db, { name: 'MR-1167' });
  const old = await aRelease(db, { modelId, version: '1.0' });
  const now = await aRelease(db, { modelId, version: '2.0' });
  const zlib = (licence: string) => aPart('zlib', '1.3', { licence });
  const tool = aPart('gcc', '13', { scope: 'excluded' });
  await take(
    tools,
    old.id,
    aDocument([aPart('busybox', '1.36.1'), aPart('openssl', '3.0.3'), zlib('Zlib'), aPart('curl')]),
  );
  await take(
    tools,
    now.id,
    aDocument([aPart('busybox', '1.37.0'), aPart('mbedtls', '3.6.0'), zlib('MIT'), aPart('curl'), tool]),
  );
  return { tools, old, now };
}

function asked(filter: Omit<ComparisonFilter, 'with'> & { limit?: number; after?: string } = {}) {
  return { limit: 50, ...filter };
}

const said = (rows: { name: string; changes: string[] }[]) =>
  rows.map(({ name, changes }) => `${name}: ${changes.join()}`);

test('what has come, gone and changed is told by name, and counted', async () => {
  const { tools, old, now } = await twoReleases();

  const found = await compareReleases(tools, { id: now.id, with: old.id, ...asked() });

  expect(said(found.items)).toEqual(['busybox: version', 'mbedtls: added', 'openssl: removed', 'zlib: licence']);
  expect(found.totals).toEqual({ added: 1, removed: 1, version: 1, identity: 0, licence: 1, unchanged: 1 });
  expect(found.licences).toEqual({ added: ['MIT'], removed: ['Zlib'] });
  expect([found.before.version, found.after.version, found.items[0]?.direction]).toEqual(['1.0', '2.0', 'newer']);
});

test('turned round, what came has gone', async () => {
  const { tools, old, now } = await twoReleases();

  const { items } = await compareReleases(tools, { id: old.id, with: now.id, ...asked() });

  expect(said(items)).toEqual(['busybox: version', 'mbedtls: removed', 'openssl: added', 'zlib: licence']);
});

test('a release compared with itself has nothing changed', async () => {
  const { tools, old } = await twoReleases();

  const { items, totals } = await compareReleases(tools, { id: old.id, with: old.id, ...asked() });

  expect([items, totals.unchanged]).toEqual([[], 4]);
});

test('a filter leaves kinds of change and parts of names; the totals tell of all kinds', async () => {
  const { tools, old, now } = await twoReleases();
  const sides = { id: now.id, with: old.id };

  const added = await compareReleases(tools, { ...sides, ...asked({ change: ['added', 'removed'] }) });
  const searched = await compareReleases(tools, { ...sides, ...asked({ q: 'ＢＯＸ' }) });
  const byLicence = await compareReleases(tools, { ...sides, ...asked({ q: 'zlib' }) });

  expect(said(added.items)).toEqual(['mbedtls: added', 'openssl: removed']);
  expect(added.totals.version).toBe(1);
  expect(said(searched.items)).toEqual(['busybox: version']);
  expect(searched.totals).toMatchObject({ added: 0, version: 1, unchanged: 0 });
  expect(said(byLicence.items)).toEqual(['zlib: licence']);
});

test('pages follow each other without a gap', async () => {
  const { tools, old, now } = await twoReleases();
  const names: string[] = [];

  let after: string | undefined;
  do {
    const page = await compareReleases(tools, { id: now.id, with: old.id, limit: 1, after });
    names.push(...page.items.map(({ name }) => name));
    after = page.next ?? undefined;
  } while (after);

  expect(names).toEqual(['busybox', 'mbedtls', 'openssl', 'zlib']);
});

test('what a module brings is compared too, and technologies of release and model', async () => {
  const { tools, old, now } = await twoReleases();
  const module = await aRelease(db);
  await take(tools, module.id, aDocument([aPart('lwip')]));
  await contain(db, now, module);
  await db
    .updateTable('release')
    .set({ tags: ['WPA3'] })
    .where('id', '=', now.id)
    .execute();
  await take(tools, now.id, aDocument([aPart('busybox', '1.37.0')]));

  const { items, tags } = await compareReleases(tools, { id: now.id, with: old.id, ...asked({ change: ['added'] }) });

  expect(said(items)).toEqual(['lwip: added']);
  expect(tags).toEqual({ added: ['WPA3'], removed: [] });
});

test('the file has a row for each change, in words', async () => {
  const { tools, old, now } = await twoReleases();

  const file = await exportComparison(tools, { id: now.id, with: old.id, format: 'csv', language: 'ja' });

  expect(file.name).toBe('比較_MR-1167_1.0_2.0.csv');
  const [, busybox, mbedtls] = (await file.text()).split('\r\n');
  expect(busybox).toMatch(/^版が変わった,busybox,1\.36\.1,1\.37\.0,版が上がった,/);
  expect(mbedtls).toMatch(/^増えた,mbedtls,,3\.6\.0,,/);
});

test.each(['id', 'with'])('a %s that is no release is refused', async (side) => {
  const { tools, old } = await twoReleases();

  const attempt = compareReleases(tools, { id: old.id, with: old.id, [side]: crypto.randomUUID(), ...asked() });

  await expect(attempt).rejects.toMatchObject({ code: 'not-found' });
});

test('two releases of 5,000 components are compared in a moment', async () => {
  const { tools, old, now } = await twoReleases();
  const parts = (minor: number) =>
    Array.from({ length: 5_000 }, (_, n) =>
      aPart(`part-${n}`, `1.${n % 50 === 0 ? minor : 0}.${n}`, { licence: 'MIT' }),
    );
  await take(tools, old.id, aDocument(parts(0)));
  await take(tools, now.id, aDocument(parts(1)));
  const compare = () => compareReleases(tools, { id: now.id, with: old.id, ...asked() });
  await compare();

  const start = performance.now();
  const { totals } = await compare();
  const durationMs = performance.now() - start;

  expect(totals).toMatchObject({ version: 100, unchanged: 4_900 });
  // Some 100 ms on a machine of its own; this is for one that others use too.
  expect(durationMs).toBeLessThan(1_500);
}, 60_000);
