import { afterAll, beforeEach, expect, test } from 'vitest';
import { readCsv } from '#formats/csv';
import { newId } from '#platform/ids';
import { aHouse } from '../../test/house.ts';
import { operations } from './contract.ts';

const house = await aHouse();
const { boss } = house.queue;
const { cookie, fetch } = await house.aSignedIn(['administrator']);
const calls = house.callsOf(operations, cookie);
await boss.createQueue('test.fail', { retryLimit: 0 });
await boss.createQueue('test.other', { retryLimit: 0 });
beforeEach(async () => {
  await boss.deleteAllJobs('test.fail');
  await boss.deleteAllJobs('test.other');
});
afterAll(() => boss.deleteAllJobs());

/** Work that failed for good with this error. */
async function aFailedJob(problem: string, queue = 'test.fail'): Promise<string> {
  const id = await boss.send(queue, { secretId: 'payload-that-nobody-sees' });
  const [job] = await boss.fetch(queue);
  if (!id || job?.id !== id) throw new Error('the job is not there');
  await boss.fail(queue, id, new Error(problem));
  return id;
}

const lineOf = async (queue: string) => (await calls.listJobs()).items.find((item) => item.queue === queue);

test('every reaction is listed with why and when it runs', async () => {
  const { items } = await calls.listJobs();

  expect(items.slice(0, 2)).toMatchObject([
    { queue: 'access.seal-audit', trigger: 'tick', everyMs: 1000, nextRunAt: null },
    { queue: 'access.forget-expired', trigger: 'schedule', cron: '17 3 * * *', lastRunAt: null },
  ]);
  expect(items.find(({ queue }) => queue === 'messages.deliver-mail')).toMatchObject({
    trigger: 'event',
    event: 'delivery.due',
  });
  const next = Temporal.Instant.from(items[1]?.nextRunAt ?? '').toZonedDateTimeISO('Asia/Tokyo');
  expect(next.toPlainTime().toString()).toBe('03:17:00');
  expect(Temporal.Instant.compare(next.toInstant(), Temporal.Now.instant())).toBe(1);
});

test('waiting, running and failed work is counted, and the last outcome is told', async () => {
  await aFailedJob('boom');
  await boss.send('test.fail', {});
  expect(await lineOf('test.fail')).toMatchObject({
    trigger: 'none',
    waiting: 1,
    running: 0,
    failed: 1,
    lastOutcome: 'failed',
  });

  const [job] = await boss.fetch('test.fail');
  expect(await lineOf('test.fail')).toMatchObject({ waiting: 0, running: 1 });
  await boss.complete('test.fail', job?.id ?? '');

  expect(await lineOf('test.fail')).toMatchObject({ running: 0, failed: 1, lastOutcome: 'done' });
});

test('failed work is listed newest first, page by page, with the first line of its reason and without its payload', async () => {
  const ids = [];
  for (const name of ['one', 'two', 'three']) ids.push(await aFailedJob(`${name}\nand what a person wrote`));

  const first = await calls.listFailedJobs({ queue: 'test.fail', limit: 2 });
  const second = await calls.listFailedJobs({ queue: 'test.fail', limit: 2, after: first.next ?? '' });

  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids.toReversed());
  expect(first.items[0]).toMatchObject({ queue: 'test.fail', attempts: 1, problem: 'three' });
  expect(second.next).toBeNull();
  expect(JSON.stringify([first, second])).not.toMatch(/payload|person wrote/);
});

test('failed work runs again, is set aside and put back; the trail says who did it', async () => {
  const id = await aFailedJob('boom');

  expect(await calls.setJobsAside({ ids: [id] })).toEqual({ ids: [id] });
  expect((await calls.listFailedJobs({ queue: 'test.fail' })).items).toEqual([]);
  expect(await calls.retryJobs({ ids: [id] })).toEqual({ ids: [] });
  expect(await calls.putJobsBack({ ids: [id] })).toEqual({ ids: [id] });
  expect(await calls.retryJobs({ ids: [id] })).toEqual({ ids: [id] });
  expect(await calls.retryJobs({ ids: [id] })).toEqual({ ids: [] });

  const [again] = await boss.fetch('test.fail');
  expect(again?.id).toBe(id);
  const { rows } = await house.pool.query(
    `select action, subject_name from audit where subject_id = $1 and actor_kind = 'person' order by id`,
    [id],
  );
  // What moved no job left no line.
  expect(rows.map(({ action }) => action)).toEqual(['job.set-aside', 'job.put-back', 'job.retry']);
  expect(new Set(rows.map(({ subject_name }) => subject_name))).toEqual(new Set(['test.fail']));
});

test('a job moves with its line in the trail or not at all', async () => {
  const id = await aFailedJob('boom');
  const attempt = house.db.transaction().execute(async (transaction) => {
    await house.queue.board.retry(transaction, [id]);
    throw new Error('the line cannot be written');
  });

  await expect(attempt).rejects.toThrow('the line');
  expect(await lineOf('test.fail')).toMatchObject({ failed: 1, waiting: 0 });
});

test('all of a queue run again at once, and the others are left alone', async () => {
  for (let number = 0; number < 3; number++) await aFailedJob('boom');
  await aFailedJob('boom', 'test.other');

  expect(await calls.retryAllJobs({ queue: 'test.fail' })).toEqual({ count: 3 });

  expect(await lineOf('test.fail')).toMatchObject({ failed: 0, waiting: 3 });
  expect(await lineOf('test.other')).toMatchObject({ failed: 1 });
});

test('work about matter behind a wall is counted for those inside, and its failure for everybody', async () => {
  const inside = await house.aSignedIn(['administrator'], { name: '高橋 健' });
  const wallId = newId();
  await house.pool.query(
    `with raised as (insert into wall (id, reason, created_at) values ($1, 'a record', now()) returning id)
     insert into wall_member (wall_id, person_id, since) select id, $2, now() from raised`,
    [wallId, inside.person.id],
  );
  await boss.send('test.fail', { wallId });
  const lineInside = async () =>
    (await house.callsOf(operations, inside.cookie).listJobs()).items.find(({ queue }) => queue === 'test.fail');

  expect(await lineInside()).toMatchObject({ waiting: 1 });
  expect(await lineOf('test.fail')).toBeUndefined();

  const [job] = await boss.fetch('test.fail');
  await boss.fail('test.fail', job?.id ?? '', new Error('boom'));
  expect(await lineOf('test.fail')).toMatchObject({ waiting: 0, failed: 1 });
});

test('both lists are taken along', async () => {
  await aFailedJob('boom');

  const jobs = await fetch('/api/jobs/export?format=csv');
  const failed = await fetch('/api/jobs/failed/export?format=csv&queue=test.fail&language=en');

  const { document } = readCsv(new Uint8Array(await jobs.arrayBuffer()));
  expect(document.header).toContain('次回');
  expect(document.rows.length).toBeGreaterThan(4);
  const told = document.rows.map(({ cells }) => cells.slice(0, 5));
  expect(told).toContainEqual(['期限が切れた記録の削除', 'access.forget-expired', '時刻', '毎日 3:17', '']);
  expect(told).toContainEqual(['メールの送信', 'messages.deliver-mail', '出来事', '', 'delivery.due']);
  const lines = readCsv(new Uint8Array(await failed.arrayBuffer())).document;
  expect(lines.header).toContain('Reason');
  expect(lines.header.slice(1, 3)).toEqual(['Job', 'Job (code)']);
  expect(lines.rows.map(({ cells }) => cells[lines.header.indexOf('Reason')])).toEqual(['boom']);
});

test('who may not look after jobs learns nothing of them', async () => {
  const analyst = await house.aSignedIn(['analyst']);
  const others = house.callsOf(operations, analyst.cookie);

  const answers = await Promise.allSettled([
    others.listJobs(),
    others.listFailedJobs({}),
    others.describeSystem(),
    others.retryAllJobs({}),
  ]);

  const refused = answers.map((answer) => (answer.status === 'rejected' ? answer.reason.problem.code : 'answered'));
  expect(refused).toEqual(Array(4).fill('not-allowed'));
});

test('the house says how it stands', async () => {
  await aFailedJob('boom');

  const state = await calls.describeSystem();

  expect(state).toMatchObject({
    version: 'test',
    disk: { freeBytes: expect.any(Number), totalBytes: expect.any(Number) },
    lastBackup: null,
    warnings: expect.arrayContaining(['backup-none', 'jobs-failed']),
  });
  expect(state.postgres.version).toMatch(/^\d+/);
  expect(state.postgres.sizeBytes).toBeGreaterThan(1_000_000);
  expect(state.schema).toMatch(/^\d{4}-[a-z-]+\.sql$/);
});
