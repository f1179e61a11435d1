import pg from 'pg';
import { afterEach, expect, test, vi } from 'vitest';
import { cloneDatabase } from '../../test/database.ts';
import { prepareServerRole } from './server-role.ts';

const owner = new URL(await cloneDatabase());
const { username, password, host, pathname, search } = owner;
const parameters = search.slice(1);

afterEach(() => vi.unstubAllEnvs());

async function whoActs(url: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: await prepareServerRole(url) });
  await client.connect();
  const { rows } = await client.query('select current_user as name');
  await client.end();
  return rows[0]?.name;
}

// As the owner, neither walls nor the append-only trail would hold.
test.each([
  ['before the host', owner.href],
  ['among the parameters', `postgresql://${host}${pathname}?user=${username}&password=${password}&${parameters}`],
  ['in both places', `postgresql://${username}@${host}${pathname}?password=${password}&${parameters}`],
])('the server is never the owner: named %s', async (_where, url) => {
  expect(await whoActs(url)).toBe(`${username}_server`);
});

test('the server is never the owner: named by the environment', async () => {
  vi.stubEnv('PGUSER', username);
  vi.stubEnv('PGPASSWORD', password);

  expect(await whoActs(`postgresql://${host}${pathname}?${parameters}`)).toBe(`${username}_server`);
});

test('servers of several databases of one cluster that start at once all get their role', async () => {
  const urls = [await cloneDatabase(), await cloneDatabase(), await cloneDatabase()];
  const starts = Array.from({ length: 8 }, () => urls).flat();

  const found = await Promise.allSettled(starts.map((url) => prepareServerRole(url)));

  expect(found.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []))).toEqual([]);
});
