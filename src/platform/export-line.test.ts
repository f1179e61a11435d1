import { expect, test } from 'vitest';
import { openLine } from './export-line.ts';

const open = () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { until: promise, end: resolve };
};

test('two work at once, the others follow in the order of asking', async () => {
  const line = openLine({ atOnce: 2, waitMs: 60_000 });
  const begun: number[] = [];
  const works = Array.from({ length: 4 }, open);
  const done = works.map(({ until }, index) =>
    line(async () => {
      begun.push(index);
      await until;
      return index;
    }),
  );
  await Promise.resolve();
  expect(begun).toEqual([0, 1]);

  works[1]?.end();
  await done[1];
  await Promise.resolve();
  expect(begun).toEqual([0, 1, 2]);

  for (const { end } of works) end();
  expect(await Promise.all(done)).toEqual([0, 1, 2, 3]);
});

test('who waits too long is refused, and the place of a failure is free again', async () => {
  const line = openLine({ atOnce: 1, waitMs: 1 });
  const long = open();
  const first = line(() => long.until);

  await expect(line(async () => 'never')).rejects.toMatchObject({ code: 'too-many', details: { retryAfterS: 1 } });

  long.end();
  await first;
  await expect(line(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await line(async () => 'next')).toBe('next');
});
