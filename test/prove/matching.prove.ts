import { writeFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { freshDatabase } from '../database.ts';
import { noTally, proveWorld } from '../matching/prove-world.ts';
import { randomOf, seedOfRun } from '../random.ts';
import { withFolder } from '../sbom-bytes.ts';

const house = await freshDatabase();
const ground = { ...house, tools: withFolder()(house.system) };
const figures: Record<string, unknown> = {};
afterAll(() => {
  if (process.env.MAMORI_FIGURES) writeFileSync(process.env.MAMORI_FIGURES, JSON.stringify(figures));
});

const cases = 20_000;

test(`${cases} pairs of components and vulnerabilities that meet are stored as brute force says, forward and reverse`, {
  timeout: 60 * 60_000,
}, async () => {
  const tally = noTally();
  let worlds = 0;
  for (; tally.met < 3 * cases; worlds++) {
    const random = randomOf(seedOfRun(1) + worlds);
    const size = {
      models: 3 + random.int(5),
      releases: 6 + random.int(8),
      parts: 15 + random.int(25),
      records: 30 + random.int(60),
    };
    await proveWorld(ground, { random, size, changes: 15 + random.int(25) }, tally);
  }
  Object.assign(figures, { worlds, ...tally });
  expect(Object.keys(tally.byReason).length).toBeGreaterThan(15);
});
