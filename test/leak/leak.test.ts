import { expect, test } from 'vitest';
import { edges, measures, steps } from '../../src/steps.ts';
import { randomOf, seedOfRun } from '../random.ts';
import { proveSecrecy } from './prove-secrecy.ts';

// Everybody calls everything; of the many forms of each call a part, another part with another seed. `./mamori prove leak` takes all.
const formsPer = { call: 8, caller: 1 };
const formsPerRepeat = { call: 3, caller: 1 };

/**
 * Walled tables that nothing is planted into yet: of the confidential records of intelligence and of what they match.
 * own-record.test.ts asks by hand who sees such a record; this test does not look there. The list may only get shorter.
 */
const notPlantedYet = [
  'exposure',
  'exposure_change',
  'exposure_count',
  'match',
  'record',
  'record_name',
  'record_original',
  'record_revision',
  'version_phrase',
  'vulnerability',
  'vulnerability_count',
];

test('who stands outside a wall cannot tell that there is anything behind it', { timeout: 600_000 }, async () => {
  const found = await proveSecrecy({
    steps,
    edges,
    measures,
    formsPer,
    formsPerRepeat,
    random: randomOf(seedOfRun(20261124)),
  });

  expect(found.tablesWithoutSeeder).toEqual(notPlantedYet);
  expect(found.leaks).toEqual([]);
  expect(found.unseenInside).toEqual([]);
  expect(found.unseenAfterwards).toEqual([]);
  // Nothing here writes an own record: it belongs to what is not planted yet.
  expect(found.neverAnswered).toEqual(['intelligence.getOwnRecord']);
  expect(found.compared).toBeGreaterThan(500);
});
