import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { Refusal } from '#platform/errors';
import { freshDatabase } from '../../../test/database.ts';
import { aCatalogue } from '../../../test/registers.ts';
import { removeModel } from '../remove-model.ts';
import { parts } from './parts.ts';
import { nodesInCircles } from './sheet/circles.ts';
import { createEntry, removeEntry } from './write-entry.ts';

const { aPerson, reset } = await freshDatabase();
beforeEach(reset);

/** Whether one can come back to some node; straight from the definition. */
function hasCircle(edges: [number, number][]): boolean {
  const reach = (from: number, seen = new Set<number>()): Set<number> => {
    for (const [above, below] of edges)
      if (above === from && !seen.has(below)) {
        seen.add(below);
        reach(below, seen);
      }
    return seen;
  };
  return edges.some(([above]) => reach(above).has(above));
}

const count = 5;
const edge = fc.tuple(fc.nat(count - 1), fc.nat(count - 1)).filter(([above, below]) => above !== below);

test('whatever is put into what, and taken out again, no release ever contains itself', async () => {
  const { tools, module, aRelease } = await aCatalogue(aPerson);
  const releases = await Promise.all(Array.from({ length: count }, (_, n) => aRelease(module.id, `9.${n}`)));

  await fc.assert(
    fc.asyncProperty(fc.array(edge, { minLength: 4, maxLength: 12 }), async (asked) => {
      const standing: { pair: [number, number]; id: string; revision: number }[] = [];
      for (const pair of asked) {
        const [above, below] = pair;
        const facts = { releaseId: releases[above]?.id ?? '', partId: releases[below]?.id ?? '', note: '' };
        const isThere = standing.some((one) => one.pair.join() === pair.join());
        const closes = hasCircle([...standing.map((one) => one.pair), pair]);
        const made = await createEntry(tools, parts, facts).catch((refusal: Refusal) => refusal);
        if (made instanceof Refusal) expect(made.details.reason).toBe(isThere ? 'taken' : 'part-circle');
        else standing.push({ pair, ...made });
        expect(made instanceof Refusal).toBe(isThere || closes);
      }
      for (const { id, revision } of standing) await removeEntry(tools, parts, { id, revision });
    }),
    { numRuns: 15 },
  );
}, 60_000);

test('two halves of a circle that are written at the same time: one is refused', async () => {
  const { tools, module, aRelease } = await aCatalogue(aPerson);
  const [one, other] = [await aRelease(module.id, '1'), await aRelease(module.id, '2')];

  const done = await Promise.allSettled([
    createEntry(tools, parts, { releaseId: one.id, partId: other.id, note: '' }),
    createEntry(tools, parts, { releaseId: other.id, partId: one.id, note: '' }),
  ]);

  expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('the rows of a file that close a circle are those from which one comes back', () => {
  fc.assert(
    fc.property(fc.array(edge, { maxLength: 14 }), (edges) => {
      const found = nodesInCircles(
        edges.map(([above, below]) => ({ releaseId: String(above), partId: String(below) })),
      );

      expect(found.size > 0).toBe(hasCircle(edges));
    }),
    { numRuns: 2_000 },
  );
});

test('a model is not removed while its releases stand', async () => {
  const { tools, camera } = await aCatalogue(aPerson);

  const attempt = removeModel(tools, { id: camera.id, revision: 1 });

  await expect(attempt).rejects.toMatchObject({ details: { reason: 'in-use', names: ['MC-220 1.0'] } });
});
