import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import type { Transaction } from '#platform/database';
import { newId } from '#platform/ids';
import { freshDatabase } from '../../test/database.ts';
import { aModel, aRelease, contain } from '../../test/products.ts';
import { levelsOf, rollUp } from './roll-up.ts';
import { factsOf } from './sbom/fingerprint.ts';
import { resolveComponents } from './store/components.ts';
import { saveHandParts } from './store/hand-parts.ts';

const { db, reset, system, told } = await freshDatabase();
beforeEach(reset);

const releases = 9;
const components = 6;
const number = (below: number) => fc.integer({ min: 0, max: below - 1 });

// A release contains only releases with a higher number: many to many, up to nine levels, never a circle.
const aWorld = fc.record({
  contains: fc.uniqueArray(
    fc.tuple(number(releases), number(releases)).filter(([above, below]) => above < below),
    {
      maxLength: 16,
      selector: ([above, below]) => above * releases + below,
    },
  ),
  own: fc.uniqueArray(fc.tuple(number(releases), number(components)), {
    maxLength: 20,
    selector: ([release, component]) => release * components + component,
  }),
  corrections: fc.uniqueArray(fc.tuple(number(components), number(components), fc.option(number(releases))), {
    maxLength: 4,
    selector: ([from, , release]) => `${from} ${release}`,
  }),
  removed: fc.option(number(releases)),
});
type World = typeof aWorld extends fc.Arbitrary<infer T> ? T : never;

/** What a release consists of, by walking through everything in it that stands. */
function naive({ contains, own, corrections, removed }: World, release: number): Set<number> {
  const correctionOf = (component: number, of: number | null) =>
    corrections.find(([from, to, at]) => from === component && from !== to && at === of)?.[1];
  const named = own
    .filter(([of]) => of === release)
    .map(([, component]) => correctionOf(component, release) ?? correctionOf(component, null) ?? component);
  const brought = contains
    .filter(([above, below]) => above === release && below !== removed)
    .flatMap(([, below]) => [...naive({ contains, own, corrections, removed }, below)]);
  return new Set([...named, ...brought]);
}

async function build(world: World) {
  const { id: modelId } = await aModel(db);
  const made: Awaited<ReturnType<typeof aRelease>>[] = [];
  for (let n = 0; n < releases; n++) made.push(await aRelease(db, { modelId, version: `${n}` }));
  const ids = await resolveComponents(
    db,
    Array.from({ length: components }, (_, n) =>
      factsOf({ name: `c${n}`, version: '1', purl: null, cpes: [], supplier: null }),
    ),
  );
  const of = (n: number) => made[n] as (typeof made)[number];
  for (const [above, below] of world.contains) await contain(db, of(above), of(below));
  const hand = {
    licence: '',
    note: '',
    addedAt: system.now(),
    personId: null,
    personName: 'test',
    revision: 1,
    removedAt: null,
  };
  const rows = world.own.map(([release, component]) => ({
    ...{ id: newId(), releaseId: of(release).id, componentId: ids[component] as number },
    ...hand,
  }));
  await inTransaction((transaction) => saveHandParts(transaction, rows));
  for (const [from, to, release] of world.corrections)
    if (from !== to)
      await db
        .insertInto('identity_correction')
        .values({
          ...{ id: newId(), from_id: ids[from] as number, to_id: ids[to] as number, reason: '' },
          ...{ release_id: release === null ? null : of(release).id, made_at: system.now(), person_name: 'test' },
        })
        .execute();
  if (world.removed !== null)
    await db.updateTable('release').set({ removed_at: system.now() }).where('id', '=', of(world.removed).id).execute();
  return { made, ids };
}

const inTransaction = (work: (transaction: Transaction) => Promise<void>) => db.transaction().execute(work);

async function stored(key: number): Promise<number[]> {
  const rows = await db.selectFrom('release_component').select('component_id').where('release_key', '=', key).execute();
  return rows.map(({ component_id }) => component_id);
}

async function compare(made: { key: number }[], ids: number[], world: World): Promise<void> {
  for (const [n, { key }] of made.entries()) {
    const expected = [...naive(world, n)].map((component) => ids[component] as number);
    expect((await stored(key)).sort()).toEqual(expected.sort());
    const tally = await db
      .selectFrom('release_tally')
      .select('components')
      .where('release_key', '=', key)
      .executeTakeFirst();
    expect(tally?.components).toBe(expected.length);
  }
}

test('whatever contains whatever, a release consists of what is in it at any depth', async () => {
  await fc.assert(
    fc.asyncProperty(
      aWorld,
      fc.shuffledSubarray([...Array(releases).keys()], { minLength: 1 }),
      async (world, order) => {
        await reset();
        const { made, ids } = await build(world);

        // One after the other, the releases that nobody names being reached from those below them.
        for (const n of order)
          await inTransaction(
            async (transaction) => void (await rollUp(transaction, system, [made[n]?.key as number])),
          );
        const keys = made.map(({ key }) => key);
        await inTransaction(async (transaction) => void (await rollUp(transaction, system, keys)));

        await compare(made, ids, world);

        // What changes in one release is right in all, though only that one is named.
        const [changed = 0] = order;
        const { id, key: changedKey } = made[changed] as (typeof made)[number];
        await db.updateTable('hand_part').set({ removed_at: system.now() }).where('release_id', '=', id).execute();
        await inTransaction(async (transaction) => void (await rollUp(transaction, system, [changedKey])));
        await compare(made, ids, { ...world, own: world.own.filter(([release]) => release !== changed) });
      },
    ),
    { numRuns: 40 },
  );
}, 120_000);

test('a release that changes reaches all above it, and nothing is told or written where nothing differs', async () => {
  const world: World = {
    contains: [
      [0, 1],
      [1, 2],
      [0, 3],
    ],
    own: [
      [2, 0],
      [3, 1],
    ],
    corrections: [],
    removed: null,
  };
  const { made } = await build(world);
  const keys = made.map(({ key }) => key);

  await inTransaction(async (transaction) => void (await rollUp(transaction, system, [keys[2] as number])));
  expect(told).toEqual([{ event: 'components.changed', payload: { releaseIds: [2, 1, 0].map((n) => made[n]?.id) } }]);

  told.length = 0;
  await inTransaction(async (transaction) => void (await rollUp(transaction, system, keys.slice(0, 3))));
  expect(told).toEqual([]);
});

test('two that meet in a release above wait for each other', async () => {
  const { made, ids } = await build({
    contains: [
      [0, 1],
      [0, 2],
    ],
    own: [],
    corrections: [],
    removed: null,
  });
  const enter = (n: number) =>
    inTransaction(async (transaction) => {
      const [release, component] = [made[n], ids[n]];
      if (!release || component === undefined) throw new Error('not built');
      const said = {
        licence: '',
        note: '',
        addedAt: system.now(),
        personId: null,
        personName: 'test',
        revision: 1,
        removedAt: null,
      };
      await saveHandParts(transaction, [{ id: newId(), releaseId: release.id, componentId: component, ...said }]);
      await rollUp(transaction, system, [release.key]);
    });

  await Promise.all([enter(1), enter(2)]);

  expect((await stored(made[0]?.key as number)).sort()).toEqual([ids[1], ids[2]].sort());
});

test('levels come from below; a circle is an error', () => {
  expect(
    levelsOf(
      [1, 2, 3],
      [
        { above: 1, below: 2 },
        { above: 2, below: 3 },
        { above: 1, below: 3 },
      ],
    ),
  ).toEqual([[3], [2], [1]]);
  expect(() =>
    levelsOf(
      [1, 2],
      [
        { above: 1, below: 2 },
        { above: 2, below: 1 },
      ],
    ),
  ).toThrow('circle');
});
