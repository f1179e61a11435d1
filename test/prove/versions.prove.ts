import { writeFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { schemes } from '#versions/version-key';
import { randomOf, seedOfRun } from '../random.ts';
import { type OrderTally, proveOrder } from '../versions/prove-order.ts';

const figures: Record<string, Omit<OrderTally, 'wrong'>> = {};

afterAll(() => {
  if (process.env.MAMORI_FIGURES) writeFileSync(process.env.MAMORI_FIGURES, JSON.stringify(figures));
});

// A shard compares its share of the triples, by a seed of its own. MAMORI_TRIPLES asks for fewer, which proves less.
const [shard = 1, shards = 1] = (process.env.MAMORI_SHARD ?? '1/1').split('/').map(Number);
const triples = Math.ceil(Number(process.env.MAMORI_TRIPLES ?? 1_000_000) / shards);

test.each(schemes.filter((scheme) => scheme !== 'none'))(
  `%s: ${triples} triples are in one order by keys, by comparison and by the rule`,
  (scheme) => {
    const { wrong, ...tally } = proveOrder(scheme, randomOf(seedOfRun(13) + shard), triples);

    figures[scheme] = tally;
    expect(wrong).toEqual([]);
    expect(tally.triples).toBe(triples);
    expect(tally.sharing).toBeGreaterThan(triples * 0.3);
  },
);
