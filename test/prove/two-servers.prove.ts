import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ParsedMail } from 'mailparser';
import { expect, test } from 'vitest';
import { startPostgres } from '#platform/postgres';
import { aMailCatcher } from '../mail-catcher.ts';
import { aFolder, ask } from '../processes.ts';
import { aFreePort, type Served, serveProcess, untilReady } from '../served.ts';

const minutes = 3;
const mailsEach = 60;
const password = '春はあけぼのやうやう白くなりゆく';

test('two servers on one database act as one: sessions, schedules, events, mails and the trail', async () => {
  const state = aFolder(tmpdir());
  const postgres = await startPostgres({ stateFolder: state, kind: 'embedded' });
  const mail = await aMailCatcher();
  const secret = path.join(state, 'shared-key');
  writeFileSync(secret, new Uint8Array(32).fill(9), { mode: 0o600 });
  const shared = {
    DATABASE_URL: postgres.url,
    MAMORI_SECRET_FILE: secret,
    MAMORI_SMTP_URL: mail.settings.smtpUrl,
    MAMORI_MAIL_FROM: mail.settings.from.address,
    MAMORI_BASE_URL: 'http://localhost:8420',
  };
  const serve = async (name: string) => serveProcess(path.join(state, name), await aFreePort(), shared);
  const [one, two] = [await serve('one'), await serve('two')];
  await Promise.all([untilReady(one), untilReady(two)]);

  // The first administrator is made on one server, and is signed in on the other.
  const cookie = await makeAdministrator(one, two);
  expect(await whoIs(one, cookie)).toBe('佐藤 美咲');
  expect(await whoIs(two, cookie)).toBe('佐藤 美咲');
  const again = await signIn(two);
  expect(await whoIs(one, again)).toBe('佐藤 美咲');
  expect((await call(one, again, 'POST', '/sign-out')).status).toBe(200);
  expect(await whoIs(two, again)).toBeNull();

  // Both write at once; each event is acted upon and each mail goes out once, whichever server does it.
  await Promise.all([one, two].map((server) => askForMails(server, cookie)));
  await sleep(minutes * 60_000);
  const runs = await ask<{ minute: string; n: number; retries: number; state: string }>(
    postgres.url,
    `select date_trunc('minute', created_on)::text as minute, count(*)::int as n, max(retry_count)::int as retries, min(state::text) as state
     from jobs.job where name = 'messages.deliver-what-was-left' and state <> 'created' group by 1 order by 1`,
  );

  expect(idsOf(mail.mails)).toEqual({ mails: 2 * mailsEach, different: 2 * mailsEach });
  expect(runs.length).toBeGreaterThanOrEqual(minutes - 1);
  expect(runs.filter(({ n, retries, state: how }) => n !== 1 || retries !== 0 || how !== 'completed')).toEqual([]);
  expect(await ask(postgres.url, "select name, output from jobs.job where state = 'failed'")).toEqual([]);

  // One dies; the other takes over the schedule, the mails and the sealing.
  one.process.kill('SIGKILL');
  await one.ended;
  await askForMails(two, cookie);
  await sleep(75_000);
  const [later] = await ask<{ n: number }>(
    postgres.url,
    `select count(*)::int as n from jobs.job where name = 'messages.deliver-what-was-left' and state = 'completed' and created_on > now() - interval '75 seconds'`,
  );
  expect(idsOf(mail.mails)).toEqual({ mails: 3 * mailsEach, different: 3 * mailsEach });
  expect(later?.n).toBeGreaterThanOrEqual(1);
  const sealed = await sealsOf(postgres.url);
  expect(sealed).toMatchObject({ inSeals: sealed.rows, distinct: sealed.rows });

  two.process.kill('SIGTERM');
  expect(await two.ended).toBe(0);
  const left = await ask(
    postgres.url,
    "select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and application_name like 'mamori%'",
  );
  expect(left).toEqual([]);
  await postgres.stop();
  const figures = {
    minutes,
    scheduleRuns: runs.length,
    mails: mail.mails.length,
    auditRows: sealed.rows,
    seals: sealed.seals,
  };
  if (process.env.MAMORI_FIGURES) writeFileSync(process.env.MAMORI_FIGURES, JSON.stringify(figures));
});

async function call(
  { url }: Served,
  cookie: string | null,
  method: string,
  at: string,
  body?: object,
): Promise<Response> {
  return fetch(`${url}/api${at}`, {
    method,
    headers: { ...(cookie ? { cookie } : {}), ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
}

const cookieOf = (response: Response) => response.headers.getSetCookie()[0]?.split(';')[0] ?? '';

/** Takes the link that one server has printed to the other. Each start prints one, and only the last works. */
async function makeAdministrator(one: Served, two: Served): Promise<string> {
  const said: string[] = [];
  for (const [printer, other] of [
    [one, two],
    [two, one],
  ] as const) {
    const body = { token: await tokenIn(printer), name: '佐藤 美咲', email: 'sato@example.jp', locale: 'ja' };
    const response = await call(other, null, 'POST', '/first-run', { ...body, factor: { kind: 'password', password } });
    if (response.ok) return cookieOf(response);
    said.push(await response.text());
  }
  throw new Error(said.join('\n'));
}

async function tokenIn(server: Served): Promise<string> {
  for (let left = 100; left > 0; left--) {
    const token = /[#=/]([\w-]{43})\b/.exec(server.output())?.[1];
    if (token) return token;
    await sleep(50);
  }
  throw new Error(`No link in:\n${server.output()}`);
}

async function signIn(server: Served): Promise<string> {
  const response = await call(server, null, 'POST', '/sign-in/password', { email: 'sato@example.jp', password });
  expect(response.status).toBe(200);
  return cookieOf(response);
}

async function whoIs(server: Served, cookie: string): Promise<string | null> {
  const { person } = (await (await call(server, cookie, 'GET', '/me')).json()) as { person: { name: string } | null };
  return person?.name ?? null;
}

async function askForMails(server: Served, cookie: string): Promise<void> {
  for (let n = 0; n < mailsEach; n++) expect((await call(server, cookie, 'POST', '/deliveries/test')).status).toBe(200);
}

/** How many mails there are, and how many different ones: a mail that is sent twice bears the same Message-ID. */
function idsOf(mails: { parsed: ParsedMail }[]): { mails: number; different: number } {
  return { mails: mails.length, different: new Set(mails.map(({ parsed }) => parsed.messageId)).size };
}

/** How many rows of the trail there are, and how often they are under a seal. */
async function sealsOf(url: string): Promise<{ rows: number; inSeals: number; distinct: number; seals: number }> {
  for (let left = 100; left > 0; left--) {
    const [open] = await ask<{ n: number }>(
      url,
      'select count(*)::int as n from audit where id > coalesce((select max(upto) from audit_seal), 0)',
    );
    if (open?.n === 0) break;
    await sleep(100);
  }
  const [found] = await ask<{ rows: number; inSeals: number; distinct: number; seals: number }>(
    url,
    `select (select count(*)::int from audit) as rows, (select count(*)::int from audit_seal) as seals,
       count(id)::int as "inSeals", count(distinct id)::int as "distinct" from audit_seal, unnest(ids) id`,
  );
  if (!found) throw new Error('no seals');
  return found;
}
