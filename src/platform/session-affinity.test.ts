import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { cloneDatabase } from '../../test/database.ts';
import { type Ask, keepSessions, requireSessions } from './session-affinity.ts';

const url = await cloneDatabase();
const backends = await Promise.all(
  Array.from({ length: 4 }, async () => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    return client;
  }),
);
afterAll(() => Promise.all(backends.map((backend) => backend.end())));

/** Connections to a pooler that lends a backend for one statement, taking the one that `choose` picks of those that are idle. */
function pooled(count: number, size: number, choose: (idle: pg.Client[], turn: number) => number): Ask[] {
  const idle = backends.slice(0, size);
  const waiting: (() => void)[] = [];
  let turn = 0;
  const lend: Ask = async (text, values) => {
    while (idle.length === 0) await new Promise<void>((free) => waiting.push(free));
    const [backend] = idle.splice(choose(idle, turn++), 1) as [pg.Client];
    try {
      return await backend.query(text, values);
    } finally {
      idle.push(backend);
      waiting.shift()?.();
    }
  };
  return Array(count).fill(lend);
}

test('connections of their own keep their sessions', async () => {
  const direct = backends.slice(0, 3).map(
    (backend): Ask =>
      (text, values) =>
        backend.query(text, values),
  );

  expect(await keepSessions(direct)).toBe(true);
  await expect(requireSessions(url)).resolves.toBeUndefined();
});

test.each<[string, number, (idle: pg.Client[], turn: number) => number]>([
  ['the backend used last', 4, (idle) => idle.length - 1],
  ['the backend idle longest', 4, () => 0],
  ['the backend idle longest, as many as there are connections', 3, () => 0],
  ['its only backend', 1, () => 0],
  ['any backend', 4, (idle, turn) => (turn * 7 + 3) % idle.length],
])('a pooler that lends %s is found', async (_, size, choose) => {
  expect(await keepSessions(pooled(3, size, choose))).toBe(false);
});
