import { beforeEach, expect, test } from 'vitest';
import { freshDatabase } from '../../test/database.ts';
import { aCatalogue } from '../../test/registers.ts';
import { findRelease, getRelease } from './get-release.ts';
import { listReleases, listReleasesOfModel } from './list-releases.ts';
import type { ReleaseFilter, ReleaseSort } from './model/register-filters.ts';
import { ReleaseFacts } from './model/registers.ts';
import { hardware } from './register/hardware.ts';
import { parts } from './register/parts.ts';
import { releases } from './register/releases.ts';
import { shipments } from './register/shipments.ts';
import { createEntry, removeEntry } from './register/write-entry.ts';
import { listReleaseHistory } from './release-history.ts';
import { searchProducts } from './search-products.ts';
import { createRelease, updateRelease } from './write-release.ts';

const { aPerson, reset } = await freshDatabase();
beforeEach(reset);

async function aSeries() {
  const made = await aCatalogue(aPerson);
  const { tools, camera } = made;
  for (const [version, releasedOn, state] of [
    ['0.9', '2025-01-10', 'ended'],
    ['1.1', '2026-02-01', 'supported'],
    ['1.2', null, 'in-development'],
  ] as const)
    await createRelease(tools, ReleaseFacts.parse({ modelId: camera.id, version, state, releasedOn }));
  await updateRelease(tools, { ...made.release, releasedOn: '2025-06-01', tags: ['WPA2'] });
  return made;
}

test('the palette finds a release by model and version in any width, and by the version alone', async () => {
  const { tools } = await aSeries();
  const found = async (q: string) =>
    (await searchProducts(tools, { q, limit: 8 })).items.filter(({ kind }) => kind === 'release');

  expect(await found('ＭＣ－２２０　１．')).toMatchObject([
    { title: 'MC-220 1.0', path: '/products/mc-220/1.0' },
    { title: 'MC-220 1.1', path: '/products/mc-220/1.1' },
    { title: 'MC-220 1.2', path: '/products/mc-220/1.2' },
  ]);
  expect(await found('0.9')).toMatchObject([{ title: 'MC-220 0.9' }]);
  expect(await found('220 1')).toEqual([]);
  expect(await found('mc-220')).toEqual([]);
});

test('an address without the hardware leads to the release of the one hardware that has that version, or to the choice', async () => {
  const { tools, camera } = await aSeries();
  const onBoard = async (name: string) => {
    const board = await createEntry(tools, hardware, { modelId: camera.id, name, soc: '', board: '', note: '' });
    const facts = { modelId: camera.id, hardwareId: board.id, version: '3.0', state: 'shipped' };
    return createRelease(tools, ReleaseFacts.parse(facts));
  };
  const atAddress = () => findRelease(tools, { model: 'mc-220', release: '3.0', depth: 1 });

  const { id } = await onBoard('A');
  expect(await atAddress()).toMatchObject({ id, slug: '3.0@a' });
  const other = await onBoard('B');
  await expect(atAddress()).rejects.toMatchObject({ code: 'not-found' });
  const { items } = await listReleases(tools, { version: '3.0', sort: 'name', limit: 9 });
  expect(items.map(({ id: one, hardware: board }) => [one, board?.name])).toEqual([
    [id, 'A'],
    [other.id, 'B'],
  ]);
});

test('the page of a release tells its model, its counts, its neighbours and what contains what at any depth', async () => {
  const { tools, camera, module, release, part, aRelease, line } = await aSeries();
  const kernel = await aRelease(module.id, '4.0');
  await createEntry(tools, parts, { releaseId: release.id, partId: part.id, note: '無線' });
  await createEntry(tools, parts, { releaseId: part.id, partId: kernel.id, note: '' });
  await createEntry(tools, shipments, { releaseId: release.id, month: '2026-04', region: 'JP', units: 30 });

  const page = await findRelease(tools, { model: 'mc-220', release: '1.0', depth: 1 });
  const deep = await getRelease(tools, { id: release.id, depth: 9 });
  const inner = await getRelease(tools, { id: kernel.id, depth: 9 });

  expect(page).toMatchObject({
    id: release.id,
    slug: '1.0',
    model: { id: camera.id, slug: 'mc-220', kind: 'device' },
    line: { id: line.id },
    state: 'shipped',
    releasedOn: '2025-06-01',
    tags: ['WPA2'],
    tally: { components: 0, unidentified: 0, units: 30, sbomAt: null, quality: null },
    contains: [{ depth: 1, release: { version: '5.1' }, entry: { note: '無線' } }],
    containedIn: [],
    previous: { version: '0.9' },
    newest: { version: '1.2' },
    mayChange: true,
    changed: { by: tools.viewer.name },
  });
  expect(deep.contains.map(({ depth, release: one, entry }) => [depth, one.version, entry !== null])).toEqual([
    [1, '5.1', true],
    [2, '4.0', false],
  ]);
  expect(inner.containedIn.map(({ depth, release: one }) => [depth, one.model.name])).toEqual([
    [1, 'NetStack'],
    [2, 'MC-220'],
  ]);
});

const versions = async (
  tools: Parameters<typeof listReleases>[0],
  asked: ReleaseFilter,
  sort: ReleaseSort = '-date',
) => {
  const pages: string[] = [];
  let after: string | undefined;
  do {
    const page = await listReleases(tools, { ...asked, sort, after, limit: 2 });
    pages.push(...page.items.map(({ version }) => version));
    after = page.next ?? undefined;
  } while (after);
  return pages;
};

test.each([
  ['-date', ['1.2', '5.1', '1.1', '1.0', '0.9']],
  ['date', ['0.9', '1.0', '1.1', '5.1', '1.2']],
  ['name', ['0.9', '1.0', '1.1', '1.2', '5.1']],
  ['-units', ['5.1', '1.2', '1.1', '0.9', '1.0']],
] as const)('all releases, page by page, by %s', async (sort, expected) => {
  const { tools, part } = await aSeries();
  await createEntry(tools, shipments, { releaseId: part.id, month: '2026-04', region: '150', units: 30 });

  const listed = await versions(tools, {}, sort);

  expect(listed).toEqual(expected);
});

test.each([
  [{ q: 'ｍｃ-220 1.' }, ['1.0', '1.1', '1.2']],
  [{ state: ['ended', 'supported'] }, ['0.9', '1.1']],
  [{ kind: ['module'] }, ['5.1']],
  [{ tag: ['WPA2'] }, ['1.0']],
  [{ missing: ['sbom'] }, ['0.9', '1.0', '1.1', '1.2', '5.1']],
  [{ missing: ['identity'] }, []],
] as [ReleaseFilter, string[]][])('releases asked for by %j', async (filter, expected) => {
  const { tools } = await aSeries();

  expect((await versions(tools, filter)).sort()).toEqual(expected);
});

test('the releases of a model are the branch of a tree; a removed one is not in it', async () => {
  const { tools, camera, release } = await aSeries();
  await removeEntry(tools, releases, { id: release.id, revision: 2 });

  const { items } = await listReleasesOfModel(tools, { id: camera.id, limit: 50 });

  expect(items.map(({ version, state }) => `${version} ${state}`)).toEqual([
    '1.2 in-development',
    '1.1 supported',
    '0.9 ended',
  ]);
});

test('the history of a release tells in names who changed it, its contents and its shipments', async () => {
  const { tools, release, part } = await aSeries();
  await createEntry(tools, parts, { releaseId: release.id, partId: part.id, note: '' });

  const first = await listReleaseHistory(tools, { id: release.id, limit: 2 });
  const rest = await listReleaseHistory(tools, { id: release.id, after: first.next ?? undefined, limit: 2 });

  const all = [...first.items, ...rest.items];
  expect(all.map(({ register, how, revision }) => `${register} ${how} ${revision}`).sort()).toEqual([
    'parts create 1',
    'releases create 1',
    'releases update 2',
  ]);
  expect(all.find(({ register }) => register === 'parts')).toMatchObject({
    title: 'MC-220 1.0 ⊃ NetStack 5.1',
    facts: [
      { fact: 'partId', before: '', after: 'NetStack 5.1' },
      { fact: 'releaseId', before: '', after: 'MC-220 1.0' },
    ],
  });
});
