import { expect, test } from 'vitest';
import { contract } from '#contract';
import { encodeCursor } from '#platform/keyset';
import { aHouse } from './house.ts';

type Endpoint = {
  '~orpc': { route: { method?: string; path?: string }; inputSchema?: { shape?: Record<string, unknown> } };
};

const lists = Object.values(contract)
  .flatMap((step) => Object.values(step) as unknown as Endpoint[])
  .filter((endpoint) => endpoint['~orpc'].inputSchema?.shape && 'after' in endpoint['~orpc'].inputSchema.shape)
  .map((endpoint) => endpoint['~orpc'].route.path ?? '');

const id = '0193f0e6-0000-7000-8000-000000000000';
const forged = [
  'x',
  encodeCursor([]),
  ...[1, 2, 3, 4, 5].map((length) => encodeCursor(Array.from({ length }, () => 'x'))),
  ...[1, 2, 3, 4].map((length) => encodeCursor(Array.from({ length }, () => null))),
  encodeCursor(['0001-01-01T00:00:00Z', 'x']),
  encodeCursor(['', '', `${id}0`]),
  encodeCursor([2 ** 40, id, 0.5, id]),
];

test('every list answers 400 to a cursor that was not made for it', async () => {
  const house = await aHouse();
  const { fetch } = await house.aSignedIn();
  expect(lists).toEqual(expect.arrayContaining(['/people', '/audit', '/posts', '/notices', '/products/models']));

  const answers = await Promise.all(
    lists.flatMap((path) =>
      forged.map(async (after) => {
        const answer = await fetch(`/api${path}?${new URLSearchParams({ after })}`);
        return `${path} ${after} ${answer.status} ${((await answer.json()) as { code?: string }).code}`;
      }),
    ),
  );

  expect(answers.filter((answer) => !answer.endsWith(' 400 invalid'))).toEqual([]);
}, 60_000);

test('a place in time that the database does not have is refused, one that it has is an answer', async () => {
  const house = await aHouse();
  const { fetch } = await house.aSignedIn();
  const statusAt = async (at: string) => (await fetch(`/api/notices?after=${encodeCursor([at, id])}`)).status;

  expect(await Promise.all(['0000-01-01T00:00:00Z', '2026-11-23T00:00:00.0123456789Z'].map(statusAt))).toEqual([
    400, 400,
  ]);
  expect(await statusAt('2026-11-23T00:00:00.012345Z')).toBe(200);
});

test.each(['/audit?', '/audit/export?format=csv&'])('the days of %s lie between 1900 and 2999', async (path) => {
  const house = await aHouse();
  const { fetch } = await house.aSignedIn();
  const statusOf = async (query: string) => (await fetch(`/api${path}${query}`)).status;

  expect(await Promise.all(['from=0001-01-01', 'from=0000-01-01', 'to=9999-12-31'].map(statusOf))).toEqual([
    400, 400, 400,
  ]);
  expect(await Promise.all(['from=1900-01-01', 'to=2999-12-31'].map(statusOf))).toEqual([200, 200]);
});
