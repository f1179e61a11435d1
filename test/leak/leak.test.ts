import { expect, test } from 'vitest';
import { edges, measures, steps } from '../../src/steps.ts';
import { randomOf, seedOfRun } from '../random.ts';
import { proveSecrecy } from './prove-secrecy.ts';

// Everybody calls everything; of the many forms of each call a part, another part with another seed. `./mamori prove leak` takes all.
const formsPer = { call: 8, caller: 1 };
const formsPerRepeat = { call: 3, caller: 1 };

test('who stands outside a wall cannot tell that there is anything behind it', { timeout: 600_000 }, async () => {
  const found = await proveSecrecy({
    steps,
    edges,
    measures,
    formsPer,
    formsPerRepeat,
    random: randomOf(seedOfRun(20261124)),
  });

  expect(found.tablesWithoutSeeder).toEqual([]);
  expect(found.leaks).toEqual([]);
  expect(found.unseenInside).toEqual([]);
  expect(found.unseenAfterwards).toEqual([]);
  expect(found.neverAnswered).toEqual([]);
  expect(found.compared).toBeGreaterThan(500);
});
