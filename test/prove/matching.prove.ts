import { writeFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { freshDatabase } from '../database.ts';
import { differencesOf } from '../known-content.ts';
import { bruteForce } from '../matching/brute-force.ts';
import { aMatchingHouse } from '../matching/house.ts';
import { noTally, proveWorld } from '../matching/prove-world.ts';
import { importAll, presentOf, shipAll } from '../matching/real.ts';
import { inventoryOf, storedLines, wrongSums } from '../matching/stored.ts';
import { randomOf, seedOfRun } from '../random.ts';
import { withFolder } from '../sbom-bytes.ts';
import { sharedData } from '../shared.ts';

const house = await freshDatabase();
const ground = { ...house, tools: withFolder()(house.system) };
const figures: Record<string, unknown> = {};
afterAll(() => {
  if (process.env.MAMORI_FIGURES) writeFileSync(process.env.MAMORI_FIGURES, JSON.stringify(figures));
});

const cases = 20_000;

test(`${cases} generated pairs that meet are stored as brute force says: forward, reverse, and after every change`, {
  timeout: 120 * 60_000,
}, async () => {
  const tally = noTally();
  let worlds = 0;
  for (; tally.cases < cases; worlds++) {
    const random = randomOf(seedOfRun(1) + worlds);
    // Small ones change much, large ones meet much.
    const size =
      worlds % 3 === 0
        ? { models: 8, releases: 14, parts: 70, records: 140 }
        : {
            models: 3 + random.int(5),
            releases: 6 + random.int(8),
            parts: 15 + random.int(25),
            records: 30 + random.int(60),
          };
    await proveWorld(ground, { random, size, changes: worlds % 3 === 0 ? 8 : 15 + random.int(25) }, tally);
  }
  figures.generated = { worlds, ...tally };
  expect(Object.keys(tally.byReason).length).toBeGreaterThan(15);
});

const sboms = sharedData('sbom');
const records = ['cve', 'osv/ecosystem-records', 'jvn'].map(sharedData);
if (sboms && records.every((set) => set !== null))
  test('the real records against the real bills of materials are stored as brute force says, whichever come first', {
    timeout: 120 * 60_000,
  }, async () => {
    const { ownerUrl, tools, told } = ground;
    const outcomes = [];
    for (const way of ['forward', 'reverse']) {
      await house.reset();
      const settle = () => aMatchingHouse(tools, told).settle();
      if (way === 'forward') await importAll(tools, records as string[]);
      await settle();
      const releaseIds = await shipAll(tools, sboms, settle);
      if (way === 'reverse') await importAll(tools, records as string[]);
      await settle();
      const inventory = await inventoryOf(ownerUrl, releaseIds);
      const present = await presentOf(ownerUrl, releaseIds);
      const { met, compared, ...expected } = bruteForce(present, inventory);
      const stored = await storedLines(ownerUrl, releaseIds);
      expect(differencesOf(expected, stored)).toEqual([]);
      expect(await wrongSums(ownerUrl)).toEqual([]);
      outcomes.push(stored);
      figures[way] = {
        ...{ releases: releaseIds.length, components: inventory.components.length, records: present.statements.size },
        ...{
          compared,
          met,
          matches: stored.match.length,
          places: stored.exposure.length,
          phrases: stored.phrase.length,
        },
      };
    }
    const [forward, reverse] = outcomes;
    expect(differencesOf(forward ?? {}, reverse ?? {})).toEqual([]);
    expect(forward?.exposure.length).toBeGreaterThan(1_000);
  });
