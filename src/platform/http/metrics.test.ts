import { expect, test } from 'vitest';
import { recordAudits } from '#access';
import { newId } from '#platform/ids';
import { aHouse } from '../../../test/house.ts';

const house = await aHouse({ metrics: { host: '127.0.0.1', port: 0 } });
const scrape = async () => (await fetch(`http://127.0.0.1:${house.metricsPort}/metrics`)).text();

/** The value of one series, by its name with labels. */
async function figureOf(series: string): Promise<number | undefined> {
  const line = (await scrape()).split('\n').find((one) => one.startsWith(`${series} `));
  return line === undefined ? undefined : Number(line.split(' ').at(-1));
}

test('calls are counted by the pattern of their path, so that no id becomes a label', async () => {
  const { fetch: get } = await house.aSignedIn();
  const id = newId();
  await get('/api/audit?limit=1');
  await get('/api/audit/export?format=csv');
  await get(`/api/organization/posts/${id}`);
  await get(`/api/nothing/${id}`);
  await get('/health/live');
  await get('/api/me', { method: 'PROPFIND' });

  const series = 'mamori_http_request_duration_seconds_count';
  expect(await figureOf(`${series}{method="GET",route="/api/audit",status="2xx"}`)).toBe(1);
  expect(await figureOf(`${series}{method="GET",route="/api/audit/export",status="2xx"}`)).toBe(1);
  expect(await figureOf(`${series}{method="GET",route="/health/live",status="2xx"}`)).toBe(1);
  const text = await scrape();
  expect(text).not.toContain(id);
  expect(text).not.toContain('PROPFIND');
  expect(text).toMatch(/route="none",status="4xx"/);
});

test('connections, jobs, mails and unsealed lines are counted', async () => {
  const before = await figureOf('mamori_audit_unsealed_rows');
  const tools = house.systemTools('test');
  const wall = newId();
  await house.db.insertInto('wall').values({ id: wall, reason: 'test', created_at: tools.now() }).execute();
  const deed = { action: 'model.create', subjectKind: 'model', subjectId: '1' } as const;
  await house.db
    .transaction()
    .execute((transaction) => recordAudits(transaction, tools, [deed, { ...deed, wallId: wall }]));

  // What is behind the wall is not counted.
  expect(await figureOf('mamori_audit_unsealed_rows')).toBe((before ?? Number.NaN) + 1);
  expect(await figureOf('mamori_mail_deliveries{state="failed"}')).toBe(0);
  expect(await figureOf('mamori_database_connections{state="idle"}')).toBeGreaterThanOrEqual(0);
  await house.queue.boss.send('messages.deliver-mail', {});
  expect(await figureOf('mamori_jobs{queue="messages.deliver-mail",state="waiting"}')).toBe(1);
  expect(await scrape()).toMatch(/mamori_build_info\{version="test",node="v26/);
});

test('every measure can be read, and nothing but /metrics is answered', async () => {
  const failed = (await scrape()).split('\n').filter((line) => line.startsWith('mamori_measure_failed{'));
  expect(failed.length).toBeGreaterThan(2);
  expect(failed.filter((line) => !line.endsWith(' 0'))).toEqual([]);

  expect((await fetch(`http://127.0.0.1:${house.metricsPort}/`)).status).toBe(404);
  expect((await fetch(`http://127.0.0.1:${house.metricsPort}/metrics`, { method: 'POST' })).status).toBe(404);
  expect((await house.fetchWith()('/metrics')).status).toBe(404);
});

test('a port that is taken is named with the way out, and leaves nothing running', async () => {
  const second = aHouse({ metrics: { host: '127.0.0.1', port: house.metricsPort ?? 0 } });

  await expect(second).rejects.toMatchObject({ exitCode: 69, way: expect.stringContaining('MAMORI_METRICS_PORT') });
});
