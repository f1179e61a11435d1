import { expect, test } from 'vitest';
import { freshDatabase } from '../../test/database.ts';
import { proveVerdicts } from '../../test/matching/prove-verdicts.ts';
import { randomOf, seedOfRun } from '../../test/random.ts';
import { withFolder } from '../../test/sbom-bytes.ts';

const house = await freshDatabase();
const ground = { ...house, tools: withFolder()(house.system) };

// ./mamori prove verdicts: many worlds with many deeds.
test('places stand as resolving all verdicts anew says, whatever changes before or after them', async () => {
  const random = randomOf(seedOfRun(20_261_130));

  const decided = await proveVerdicts(ground, {
    ...{ random, size: { models: 3, releases: 4, parts: 8, records: 12 }, deeds: 14 },
  });

  expect(decided).toBeGreaterThan(5);
}, 60_000);
