import { expect } from 'vitest';
import type { Tools } from '#access';
import type { Told } from '../database.ts';
import { differencesOf } from '../known-content.ts';
import type { Random } from '../random.ts';
import { bruteForce, type Lines } from './brute-force.ts';
import { aMatchingHouse } from './house.ts';
import { type Change, follow, nothingYet, type Present } from './present.ts';
import { inventoryOf, storedLines, wrongSums } from './stored.ts';
import { aChange, anAnswer, buildUp, type Size, sayings } from './worlds.ts';

/** A database that a world is brought into; `reset` empties it. */
export type Ground = { ownerUrl: string; tools: Tools; told: Told; reset: () => Promise<void> };

/** `cases`: pairs of a component and a vulnerability that meet, each counted once; the others count every comparison. */
export type Tally = {
  cases: number;
  met: number;
  compared: number;
  places: number;
  changes: number;
  byReason: Record<string, number>;
};
export const noTally = (): Tally => ({ cases: 0, met: 0, compared: 0, places: 0, changes: 0, byReason: {} });

/**
 * A world of a maker and of sources comes into a database in three ways: what is known before the releases, the releases
 * before what is known, and both in turn with what is told in any order and twice; then it changes. Whenever matching has
 * settled, what is stored is what brute force says.
 */
export async function proveWorld(
  ground: Ground,
  { random, size, changes }: { random: Random; size: Size; changes: number },
  tally: Tally,
): Promise<void> {
  const known = inChunks(sayings(random, size), 7).map((statements): Change => ({ kind: 'records', statements }));
  const built = buildUp(random, size);
  const ways = {
    forward: [...known, ...built],
    reverse: [...built, ...known],
    mixed: interleaved(random, built, known),
  };
  const outcomes: Lines[] = [];
  for (const [way, all] of Object.entries(ways)) {
    const stage = await aStage(ground, way);
    for (const change of all) {
      await stage.make(change);
      if (way !== 'mixed' || random.int(3) === 0) await stage.settle(random, way);
    }
    outcomes.push(await stage.compare(random, tally));
    if (way !== 'mixed') continue;
    for (let n = 0; n < changes; n++) {
      const change =
        (random.int(8) === 0 && anAnswer(random, stage.present, stage.wanted())) ||
        aChange(random, stage.present, size);
      await stage.make(change);
      tally.changes += 1;
      if (random.int(3) === 0) await stage.compare(random, tally);
    }
    await stage.compare(random, tally);
  }
  for (const outcome of outcomes.slice(1)) expect(differencesOf(outcomes[0] as Lines, outcome)).toEqual([]);
}

async function aStage({ ownerUrl, tools, told, reset }: Ground, way: string) {
  await reset();
  const house = aMatchingHouse(tools, told);
  const present: Present = nothingYet();
  const made: Change[] = [];
  let wanted: string[] = [];
  return {
    present,
    wanted: () => wanted,
    make: async (change: Change) => {
      made.push(change);
      await house.make(change);
      follow(present, change);
    },
    settle: (random: Random, how: string) =>
      house.settle(how === 'mixed' ? (all) => shuffledTwice(random, all) : undefined),
    compare: async (random: Random, tally: Tally): Promise<Lines> => {
      await house.settle(way === 'mixed' ? (all) => shuffledTwice(random, all) : undefined);
      const releaseIds = house.releaseIds();
      const inventory = await inventoryOf(ownerUrl, releaseIds);
      const { met, compared, ...expected } = bruteForce(present, inventory);
      const stored = await storedLines(ownerUrl, releaseIds);
      const wrong = differencesOf(expected, stored);
      const since = made.slice(-6).map((change) => JSON.stringify(change).slice(0, 400));
      expect(wrong, `${way}, after ${made.length} changes, the last of them\n${since.join('\n')}`).toEqual([]);
      expect(await wrongSums(ownerUrl)).toEqual([]);
      wanted = expected.phrase;
      tally.met += met;
      if (way === 'forward') tally.cases += met;
      tally.compared += compared;
      tally.places += expected.exposure.length;
      for (const line of expected.exposure) {
        const reason = line.split(' ').at(-1) ?? '';
        tally.byReason[reason] = (tally.byReason[reason] ?? 0) + 1;
      }
      return expected;
    },
  };
}

/** Jobs keep no order, and some run twice. */
function shuffledTwice(random: Random, all: Told): Told {
  const often = all.flatMap((one) => (random.int(4) === 0 ? [one, one] : [one]));
  for (let at = often.length - 1; at > 0; at--) {
    const other = random.int(at + 1);
    [often[at], often[other]] = [often[other] as Told[number], often[at] as Told[number]];
  }
  return often;
}

function inChunks<T>(items: readonly T[], length: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / length) }, (_, n) => items.slice(n * length, (n + 1) * length));
}

/** One list into the other, each in its own order. */
function interleaved<T>(random: Random, one: readonly T[], other: readonly T[]): T[] {
  const [first, second] = [[...one], [...other]];
  const all: T[] = [];
  while (first.length + second.length > 0) {
    const from = random.int(first.length + second.length) < first.length ? first : second;
    all.push(from.shift() as T);
  }
  return all;
}
