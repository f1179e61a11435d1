import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { edges, measures, steps } from '../../src/steps.ts';
import { proveSecrecy } from '../leak/prove-secrecy.ts';
import { randomOf, seedOfRun } from '../random.ts';

// Every form of every call, by everybody who may make it: what `./mamori test` draws a part of.
const all = { call: Number.POSITIVE_INFINITY, caller: Number.POSITIVE_INFINITY };
const some = { call: 20, caller: 1 };

test('who stands outside a wall cannot tell that there is anything behind it, whatever they call', {
  timeout: 60 * 60_000,
}, async () => {
  const found = await proveSecrecy({
    steps,
    edges,
    measures,
    formsPer: all,
    formsPerRepeat: some,
    random: randomOf(seedOfRun(20261124)),
  });
  const figures = process.env.MAMORI_FIGURES;
  if (figures) writeFileSync(figures, JSON.stringify({ answersCompared: found.compared, endpoints: found.endpoints }));

  expect(found.tablesWithoutSeeder).toEqual([]);
  expect(found.leaks).toEqual([]);
  expect(found.unseenInside).toEqual([]);
  expect(found.unseenAfterwards).toEqual([]);
  expect(found.neverAnswered).toEqual([]);
});
