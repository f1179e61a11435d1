import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Tools } from '#access';
import type { Db } from '#platform/database';
import type { Edge } from '#platform/http/edges';
import { newId } from '#platform/ids';
import { randomOf } from '../random.ts';
import { outsiders } from './callers.ts';
import { callsOfEdges } from './calls.ts';
import { Canaries } from './canary.ts';
import { Crawl, planOf, poolOf } from './crawl.ts';
import { type Answer, Names } from './normalise.ts';
import { plant } from './plant.ts';
import { aWorld } from './world.ts';

// The crawl must find what it is there for: these edges leak, each in its own way.

const titles = async (db: Db) => {
  const { rows } = await sql<{ title: string }>`select title from notice order by id`.execute(db);
  return rows.map(({ title }) => title).join('\n');
};
const one = async (db: Db, query: ReturnType<typeof sql<{ n: string }>>) => (await query.execute(db)).rows[0]?.n ?? '';

type Way = {
  path?: `/${string}`;
  method?: Edge<Tools>['method'];
  answer: (all: Db, tools: Tools, id: string) => Promise<Response>;
};

const ways: Record<string, Way> = {
  'in clear': { answer: async (all) => new Response(await titles(all)) },
  'in a sheet': {
    answer: async (all) => new Response(Buffer.from(zipSync({ 'xl/sheet1.xml': Buffer.from(await titles(all)) }))),
  },
  gzipped: { answer: async (all) => new Response(gzipSync(await titles(all))) },
  'as base64 in JSON': {
    answer: async (all) => Response.json({ file: Buffer.from(await titles(all)).toString('base64') }),
  },
  'in a header': {
    answer: async (all) =>
      new Response('', { headers: { 'x-name': encodeURIComponent(await titles(all)).slice(0, 900) } }),
  },
  'by a count': {
    answer: async (all) => Response.json({ total: await one(all, sql`select count(*) as n from notice`) }),
  },
  'by a number that goes on': {
    answer: async (all) => new Response(await one(all, sql`select max(id) as n from audit`)),
  },
  'by existence': {
    path: '/leaky/notices/:id',
    answer: async (all, _tools, id) =>
      new Response('', { status: (await one(all, sql`select 1 as n from notice where id::text = ${id}`)) ? 403 : 404 }),
  },
  'by what a change has changed': {
    method: 'POST',
    answer: async (all) => {
      const { numAffectedRows } = await sql`update notice set read_at = now()`.execute(all);
      return Response.json({ marked: Number(numAffectedRows) });
    },
  },
};

/** Reads as the viewer, but without the condition that every query on a walled table carries. */
const forgetful: Way = {
  answer: async (_all, { db }) =>
    Response.json([
      await titles(db),
      await one(db, sql`select count(*) as n from audit`),
      await one(db, sql`select count(*) as n from wall`),
    ]),
};

const edgesOf = (system: Tools): Edge<Tools>[] =>
  Object.entries({ ...ways, 'not at all': forgetful }).map(
    ([name, { path = `/leaky/${name.replaceAll(' ', '-')}` as const, method = 'GET', answer }]) => ({
      name,
      method,
      path,
      access: 'public',
      examples: [path.replace(':id', 'none')],
      handle: (tools, _request, { id = '' }) => answer(system.db, tools, id),
    }),
  );

test('the crawl finds every kind of leak, and what row-level security stops is none', {
  timeout: 180_000,
}, async () => {
  const random = randomOf(7);
  const canaries = new Canaries(random);
  const [a, b] = [await aWorld(edgesOf), await aWorld(edgesOf)];
  await plant(a, canaries);
  await plant(b, null);
  const crawl = new Crawl(a, b, canaries, 1_000);
  const calls = callsOfEdges(edgesOf(a.system), poolOf(canaries, new Map(), random));
  const callers = outsiders.filter(({ name }) => ['analyst', 'outsider'].includes(name));
  const plan = planOf(calls, callers, { formsPer: { call: 50, caller: 2 }, random });

  await crawl.read(plan);
  await crawl.write(plan);

  const found = (who: string) => [...new Set(crawl.leaks.filter((leak) => leak.who === who).map(({ name }) => name))];
  expect(found('outsider').sort()).toEqual(
    Object.keys(ways)
      .map((name) => `edge ${name}`)
      .sort(),
  );
  expect(found('analyst').sort()).toEqual(found('outsider').sort());
});

test('words are found in whatever they are wrapped', () => {
  const canaries = new Canaries(randomOf(1));
  const word = canaries.of('notice.title');
  const sheet = zipSync({ 'a/b.xml': Buffer.from(`<t>${word.toUpperCase()}</t>`) });
  const wrapped: (string | Uint8Array)[] = [
    word,
    `=?utf-8?B?${Buffer.from(`件名 ${word}`).toString('base64')}?=`,
    Buffer.from(word, 'utf16le'),
    JSON.stringify({ cursor: Buffer.from(JSON.stringify(['x', word])).toString('base64url') }),
    encodeURIComponent(`${word}の件`).replaceAll('c', '%63'),
    `${word.slice(0, 9)}=\r\n${word.slice(9)}`,
    word.replaceAll('n', '\\u006e'),
    word.replaceAll('n', '&#x6e;'),
    Buffer.from(word).toString('hex'),
    gzipSync(sheet),
    Buffer.from(sheet).toString('base64'),
  ];

  expect(wrapped.map((one) => canaries.findIn(Buffer.from(one as string)))).toEqual(
    wrapped.map(() => ['notice.title']),
  );
  expect(canaries.findIn(Buffer.from('cnry0123456789abcdef'))).toEqual([]);
});

test('two worlds are told apart by numbers, order and length, and by nothing that is random', () => {
  const answer = (text: string): Answer => ({
    status: 200,
    headers: [['x-request-id', newId()]],
    body: Buffer.from(text),
  });
  const saidOnce = (text: string) => new Names(new Set()).textOf(answer(text));
  const [x, y] = [newId(), newId()];

  expect(saidOnce(`${x} ${y} ${x}`)).toBe(saidOnce(`${y} ${x} ${y}`));
  expect(saidOnce(`${x} ${y} ${x}`)).not.toBe(saidOnce(`${x} ${y} ${y}`));
  expect(saidOnce(`at ${Temporal.Now.instant()}`)).toBe(
    saidOnce('at 2026-11-24T03:00:00Z'.replace(/2026.*/, new Date().toISOString())),
  );
  expect(saidOnce('at 2020-11-24T03:00:00Z')).not.toBe(saidOnce('at 2020-11-24T03:00:01Z'));
  expect(saidOnce('{"total":3}')).not.toBe(saidOnce('{"total":4}'));
  expect(new Names(new Set([x])).textOf(answer(x))).not.toBe(new Names(new Set([x])).textOf(answer(y)));
});
