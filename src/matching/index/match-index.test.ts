import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { found, indexOf } from '../../../test/index/built.ts';
import { criteriaThatHold, type Known, rowsFound, rowsThatMeet } from '../../../test/index/by-comparing.ts';
import { someComponents, someStatements, someVulnerabilities } from '../../../test/index/worlds.ts';
import { randomOf, seedOfRun } from '../../../test/random.ts';
import { findTouched, nothingTouched } from './find-touched.ts';
import { saidIn } from './gather-rows.ts';
import { matchPortfolio } from './match-portfolio.ts';
import { portfolioOf } from './portfolio.ts';
import { askedOf } from './spot-of.ts';

const seed = seedOfRun(20_261_130);

const criterionOf = (name: string) => name.split(' ').slice(0, 2).join(' ');

// ./mamori prove index: many more worlds, and the real records against the real bills of materials.
test.each([1, 2])(
  'an index finds the rows that comparing finds, and loses no criterion that may apply (world %i)',
  (world) => {
    const random = randomOf(seed + world);
    const known = someVulnerabilities(random, 100);
    const index = indexOf(known);
    let held = 0;
    for (const component of someComponents(random, 100)) {
      const rows = found([{ index, isReplaced: null }], component);
      const criteria = new Set(rows.map(criterionOf));
      const holding = criteriaThatHold(component, known);

      expect(rows).toEqual(rowsThatMeet(component, known));
      expect(holding.filter((name) => !criteria.has(name))).toEqual([]);
      held += holding.length;
    }
    expect(held).toBeGreaterThan(500);
  },
);

test('a portfolio meets together what its components meet one by one, in another thread as well', async () => {
  const random = randomOf(seed + 3);
  const known = someVulnerabilities(random, 120);
  const components = someComponents(random, 200);
  const index = indexOf(known);
  const portfolio = portfolioOf(components.map(askedOf));

  const met = matchPortfolio([{ index, isReplaced: null }], portfolio);
  const rows = components.map((): Set<string> => new Set());
  for (let at = 0; at < met.component.count; at++) {
    const segment = met.segment.numbers[at] ?? 0;
    const [from = 0, to = 0] = met.segmentFirst.numbers.subarray(segment, segment + 2);
    const part = {
      vulnerability: { numbers: met.vulnerability.numbers.subarray(from, to), count: to - from },
      which: { numbers: met.which.numbers.subarray(from, to), count: to - from },
    };
    for (const row of rowsFound(part)) rows[met.component.numbers[at] ?? 0]?.add(row);
  }
  const worker = new Worker(new URL('../../../test/index/matching-thread.ts', import.meta.url), {
    workerData: { index: index.buffer, portfolio: portfolio.buffer },
  });
  const pairs = await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));

  for (const [at, component] of components.entries())
    expect([...(rows[at] ?? [])].sort()).toEqual(found([{ index, isReplaced: null }], component));
  expect(pairs).toBe(met.component.count);
  expect(met.segmentFirst.count).toBeLessThan(met.component.count);
});

test('in reverse the components that a record touches are those that find it', () => {
  const random = randomOf(seed + 4);
  const components = someComponents(random, 200);
  const portfolio = portfolioOf(components.map(askedOf));
  let touching = 0;
  for (let number = 0; number < 150; number++) {
    const known: Known = new Map([[number, someStatements(random, number)]]);
    const touched = nothingTouched();
    findTouched(portfolio, saidIn(known.get(number) ?? []), touched);
    const numbers = new Set(touched.single.numbers.subarray(0, touched.single.count));
    for (let at = 0; at < touched.sliceFrom.count; at++)
      for (const one of portfolio.component.subarray(touched.sliceFrom.numbers[at], touched.sliceBefore.numbers[at]))
        numbers.add(one);

    const layers = [{ index: indexOf(known), isReplaced: null }];
    const finding = components.flatMap((component, at) => (found(layers, component).length > 0 ? [at] : []));

    expect([...numbers].sort((a, b) => a - b)).toEqual(finding);
    touching += finding.length;
  }
  expect(touching).toBeGreaterThan(1_000);
});
