import { expect, test } from 'vitest';
import { freshDatabase } from '../../test/database.ts';
import { noTally, proveWorld } from '../../test/matching/prove-world.ts';
import { randomOf, seedOfRun } from '../../test/random.ts';
import { withFolder } from '../../test/sbom-bytes.ts';

const house = await freshDatabase();
const ground = { ...house, tools: withFolder()(house.system) };
const seed = seedOfRun(20_261_124);

// ./mamori prove matching: 20,000 pairs that meet, and the real records against the real bills of materials.
test.each([1, 2])(
  'forward, reverse and one change after the other store what comparing everything with everything says (world %i)',
  async (world) => {
    const tally = noTally();

    await proveWorld(
      ground,
      { random: randomOf(seed + world), size: { models: 4, releases: 6, parts: 20, records: 40 }, changes: 12 },
      tally,
    );

    expect(tally.met).toBeGreaterThan(400);
    expect(tally.places).toBeGreaterThan(200);
    expect(Object.keys(tally.byReason).length).toBeGreaterThan(8);
  },
  60_000,
);
