import { expect, test } from 'vitest';
import { randomOf, seedOfRun } from '../../../test/random.ts';
import { fuzz, fuzzed } from '../../../test/sbom-fuzzing.ts';
import { readSbom } from '../../../test/sbom-reading.ts';

const rounds = 20_000;

test.each(Object.keys(fuzzed))(
  '20,000 changed documents of %s are read or refused, never more',
  async (id) => {
    const { parts, placeless, wordless, slowestMs } = await fuzz(id, { rounds, random: randomOf(seedOfRun(7)) });

    expect(parts).toBeGreaterThan(rounds / 20);
    expect(placeless).toBe(0);
    expect(wordless).toEqual([]);
    expect(slowestMs).toBeLessThan(5_000);
  },
  120_000,
);

test('a reader knows each of these by its first bytes', async () => {
  for (const [id, text] of Object.entries(fuzzed)) expect((await readSbom(text)).reader).toBe(id);
});
