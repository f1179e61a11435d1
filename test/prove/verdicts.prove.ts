import { expect, test } from 'vitest';
import { freshDatabase } from '../database.ts';
import { proveVerdicts } from '../matching/prove-verdicts.ts';
import { randomOf, seedOfRun } from '../random.ts';
import { withFolder } from '../sbom-bytes.ts';

const worlds = 12;
const house = await freshDatabase();
const ground = { ...house, tools: withFolder()(house.system) };

test('verdicts are decided, undone, revoked, confirmed and run out while records and releases change', {
  timeout: 3_600_000,
}, async () => {
  const seed = seedOfRun(20_261_130);
  let decided = 0;
  for (let world = 0; world < worlds; world++)
    decided += await proveVerdicts(ground, {
      ...{ random: randomOf(seed + world), size: { models: 4, releases: 8, parts: 16, records: 30 }, deeds: 60 },
    });

  expect(decided).toBeGreaterThan(worlds * 20);
});
