import pg from 'pg';
import type { Tools } from '#access';
import type { Routes } from '#platform/http/api';
import type { Edge } from '#platform/http/edges';
import type { Measure } from '#platform/metrics';
import type { Random } from '../random.ts';
import { type Caller, insiders, outsiders } from './callers.ts';
import { type Call, callsOfEdges, callsOfSteps, isReading, otherCalls } from './calls.ts';
import { Canaries } from './canary.ts';
import { bytesOf, Crawl, planOf, poolOf } from './crawl.ts';
import { ownRecordsShowIn } from './own-records.ts';
import { plant, tablesWithoutSeeder } from './plant.ts';
import { IdRef } from './samples.ts';
import { seeders } from './seeders.ts';
import { walledFiles } from './vex-files.ts';
import { aWorld, type World } from './world.ts';

type FormsPer = { call: number; caller: number };

export type Options = {
  steps: Record<string, Routes<Tools>>;
  edges: Edge<Tools>[];
  measures: Measure<Tools>[];
  /** How many forms of a call are made besides the plainest, and by how many callers each. */
  formsPer: FormsPer;
  /** The same for what is asked again: between two changes, and one second before the end. */
  formsPerRepeat: FormsPer;
  random: Random;
};

/**
 * Two worlds that differ only by what is walled in the first: all calls by everybody outside, before the wall is lifted,
 * one second before, and after; then by those inside, who must see it.
 */
export async function proveSecrecy({ steps, edges, measures, formsPer, formsPerRepeat, random }: Options) {
  const canaries = new Canaries(random);
  const [a, b] = [await aWorld(), await aWorld()];
  await plant(a, canaries);
  await plant(b, null);
  const crawl = new Crawl(a, b, canaries);
  const calls = () => {
    const pool = poolOf(canaries, crawl.shown, random);
    return [...callsOfSteps(steps, pool), ...callsOfEdges(edges, pool), ...otherCalls];
  };
  const plan = (most = formsPer) => planOf(calls(), outsiders, { formsPer: most, random });
  const maker = outsiders.filter(({ name }) => name === 'administrator');

  await crawl.read(plan());
  // First by one, who makes things; the reading shows them, and then there is something for all to change.
  await crawl.write(planOf(calls(), maker, { formsPer: formsPerRepeat, random }));
  await crawl.read(plan(formsPerRepeat));
  await crawl.write(plan());
  await crawl.read(plan(formsPerRepeat));

  crawl.goWithThePresent();
  await oneSecondBefore(a, () => crawl.read(plan(formsPerRepeat)));
  crawl.compareMails();
  await crawl.compareMetrics(measures);

  await a.owner.query('update wall set lifted_at = null');
  const seenInside = await seenBy(a, insiders, calls(), canaries);
  await a.owner.query("update wall set lifted_at = now() - interval '4 hours'");
  const seenAfterwards = await seenBy(a, outsiders, calls(), canaries);
  crawl.checkLog();

  return {
    tablesWithoutSeeder: await tablesWithoutSeeder(a.owner),
    leaks: crawl.leaks,
    compared: crawl.compared,
    endpoints: new Set(calls().map(({ name }) => name)).size,
    unseenInside: unseen(seenInside),
    unseenAfterwards: unseen(seenAfterwards),
    neverAnswered: neverAnswered(calls(), crawl.successes),
  };
}

/** A wall that will be lifted in a second, and in a second again: the database keeps it there while the crawl goes on. */
async function oneSecondBefore(a: World, crawl: () => Promise<void>): Promise<void> {
  const keeper = new pg.Client({ connectionString: a.ownerUrl });
  await keeper.connect();
  const { rows } = await keeper.query<{ pid: number }>('select pg_backend_pid() as pid');
  await keeper.query("update wall set lifted_at = clock_timestamp() + interval '1 second'");
  const keeping = keeper.query(`do $$ begin loop
    update wall set lifted_at = clock_timestamp() + interval '1 second'; commit; perform pg_sleep(0.05);
  end loop; end $$`);
  keeping.catch(() => {}); // it is ended from outside
  try {
    await crawl();
  } finally {
    await a.owner.query('select pg_cancel_backend($1)', [rows[0]?.pid]);
    await keeping.catch(() => {});
    await keeper.end();
  }
}

/** By what words are called: a table, or the records that fill several. */
const shows: [kind: string, showsIn: string[]][] = [
  ...Object.entries(seeders).map(([table, { showsIn }]): [string, string[]] => [table, showsIn]),
  ['own-record', ownRecordsShowIn],
];
/** The whole of a list, or what somebody has the address of. */
const isPlain = ([key, value]: [string, unknown]) =>
  ['limit', 'format', 'source'].includes(key) ||
  value instanceof IdRef ||
  walledFiles.includes(String(value)) ||
  String(value).startsWith('OWN-');

type Seen = ReadonlyMap<string, ReadonlySet<string>>;
const unseenIn = (seen: Seen, name: string) =>
  shows.flatMap(([kind, showsIn]) => (showsIn.includes(name) && !seen.get(name)?.has(kind) ? [kind] : []));

/** Which words the calls that should show them do show to any of these callers. */
async function seenBy(world: World, callers: readonly Caller[], calls: readonly Call[], canaries: Canaries) {
  await world.revive();
  const seen = new Map<string, Set<string>>();
  // Walled things may be old: the longest pages, and of exports the whole.
  const looking = calls.filter(
    ({ input }) => Object.entries(input).every(isPlain) && ('limit' in input ? input.limit === 500 : true),
  );
  for (const call of looking)
    for (const caller of callers.filter((one) => unseenIn(seen, call.name).length > 0 && one.may(call)))
      for (const answer of await world.ask(caller, call))
        for (const field of canaries.findIn(bytesOf(answer)))
          seen.set(call.name, (seen.get(call.name) ?? new Set()).add(field.split('.')[0] ?? ''));
  return seen;
}

function unseen(seen: Seen): string[] {
  const names = new Set(shows.flatMap(([, showsIn]) => showsIn));
  return [...names].flatMap((name) => unseenIn(seen, name).map((kind) => `${kind} in ${name}`));
}

/** Reading endpoints that refused every call: their parameters are beyond the machine, and nothing was compared. */
function neverAnswered(calls: readonly Call[], successes: ReadonlyMap<string, number>): string[] {
  const names = new Set(calls.filter(isReading).map(({ name }) => name));
  for (const { name } of otherCalls) names.delete(name);
  return [...names].filter((name) => !successes.has(name));
}
