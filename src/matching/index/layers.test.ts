import { expect, test } from 'vitest';
import type { Statement } from '#intelligence/pure';
import { found, indexOf } from '../../../test/index/built.ts';
import { someComponents, someStatements, someVulnerabilities } from '../../../test/index/worlds.ts';
import { type Random, randomOf, seedOfRun } from '../../../test/random.ts';
import { keepIndex } from './keep-index.ts';
import { asLayers, changed, compacted, layersOf } from './layers.ts';
import { openPortfolio } from './portfolio.ts';

const seed = seedOfRun(20_261_130);

type Now = Map<number, Statement[]>;

function someChanges(random: Random, now: Now) {
  return Array.from({ length: 1 + random.int(8) }, () => random.int(90))
    .filter((number, at, all) => all.indexOf(number) === at)
    .map((vulnerability) => {
      const before = now.get(vulnerability) ?? [];
      const after = random.int(5) === 0 ? [] : someStatements(random, vulnerability);
      now.set(vulnerability, after);
      return { vulnerability, before, after };
    });
}

test.each([5, 6])(
  'changes over an index, compacted or not, are what an index of all that is said now is (world %i)',
  (world) => {
    const random = randomOf(seed + world);
    const now: Now = new Map([...someVulnerabilities(random, 80)].map(([number, said]) => [number, [...said]]));
    const components = someComponents(random, 40);
    let layers = layersOf(indexOf(now));
    for (let round = 0; round < 12; round++) {
      layers = changed(layers, someChanges(random, now));
      const whole = indexOf(now);

      for (const component of components)
        expect(found(asLayers(layers), component)).toEqual(found([{ index: whole, isReplaced: null }], component));
      expect(new Uint8Array(compacted(layers).buffer)).toEqual(new Uint8Array(whole.buffer));
      if (random.int(4) === 0) layers = layersOf(compacted(layers), layers.epoch);
    }
    expect(layers.epoch).toBe(12);
  },
);

test('what changes while an index is compacted is in the one that takes its place, and an older one is refused', () => {
  const random = randomOf(seed + 7);
  const now: Now = new Map([...someVulnerabilities(random, 60)].map(([number, said]) => [number, [...said]]));
  const keeper = keepIndex(indexOf(now));
  keeper.change(someChanges(random, now));
  const begun = keeper.current();
  keeper.change(someChanges(random, now));
  const made = compacted(begun);

  const replaced = keeper.replace(made, begun.epoch);

  expect(replaced?.epoch).toBe(3);
  expect(replaced).toBe(keeper.current());
  expect(new Uint8Array(compacted(keeper.current()).buffer)).toEqual(new Uint8Array(indexOf(now).buffer));
  expect(keeper.replace(made, begun.epoch)).toBeNull();
  expect(openPortfolio(made.buffer)).toBeNull();
});
