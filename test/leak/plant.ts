import type pg from 'pg';
import { tell } from '#messages';
import { loadDemo } from '../../src/demo/load-demo.ts';
import { people, seededId } from './callers.ts';
import type { Canaries } from './canary.ts';
import { textColumnsOf } from './columns.ts';
import { demoRelease, demoSbom, openRecord } from './meant-inputs.ts';
import { filledByOwnRecords, refuseEmptyTables, writeOpenRecord, writeWalledRecord } from './own-records.ts';
import type { IdRef } from './samples.ts';
import { type Seed, type Seeder, seeders } from './seeders.ts';
import { decideOpenly } from './verdicts.ts';
import { beginning, type World } from './world.ts';

const rounds = 3;

export const walls = ['one', 'two'].map((name) => seededId(beginning, `wall ${name}`));

type Row = { table: string; seeder: Seeder; seed: Omit<Seed, 'word'> };

/** All rows of a round, public or walled, in a fixed order, with ids and times that are the same in every world. */
function rowsOf(round: number, walled: boolean): Row[] {
  const rows: Row[] = [];
  for (const [table, seeder] of Object.entries(seeders)) {
    const owners = seeder.each === 'person' ? people : people.slice(round, round + 2);
    for (const { personId } of owners) {
      const number = rows.length;
      // Walled rows lie between the public ones of their round in time, and after them in number.
      const at = beginning.add({ minutes: round * 10 + (walled ? 5 : 0), milliseconds: number });
      rows.push({
        table,
        seeder,
        seed: {
          id: seededId(at, `${table} ${round} ${number} ${walled}`),
          at,
          wallId: walled ? (walls[round % walls.length] ?? null) : null,
          personId: personId ?? '',
          number: round * 1_000 + number * 2 + (walled ? 1 : 0),
        },
      });
    }
  }
  return rows;
}

/** Ids of walled rows: parameters of calls in every world, things in one only. */
export const walledIds: string[] = [...walls, ...everyRound(true).map(({ seed }) => seed.id)];
export const publicIds: string[] = everyRound(false).map(({ seed }) => seed.id);

function everyRound(walled: boolean): Row[] {
  return Array.from({ length: rounds }, (_, round) => rowsOf(round, walled)).flat();
}

/**
 * Puts public things into a world and, between them, the walled ones.
 * @param canaries  null: a world in which nothing was ever walled
 */
export async function plant(world: World, canaries: Canaries | null): Promise<void> {
  const { owner } = world;
  await loadDemo(world.system, '春はあけぼのやうやう白くなりゆく');
  await nameDemoRelease(world);
  for (let round = 0; round < rounds; round++) {
    for (const row of rowsOf(round, false)) await insert(owner, row, (column) => `open${column}${row.seed.number}`);
    await tellAll(world, round);
    const name = await writeOpenRecord(world, round);
    if (round === 0) nameWords(world, [[name, openRecord]]);
    await world.settle();
    await decideOpenly(world, round, name);
    if (!canaries) continue;
    if (round === 0) await raiseWalls(owner, canaries);
    for (const row of rowsOf(round, true)) {
      const kept = await insert(owner, row, (column) => canaries.of(`${row.table}.${column}`));
      refuseSilentColumns(row, kept, await textColumnsOf(owner, row.table), canaries);
    }
    await tellInside(world, canaries, round);
    await writeWalledRecord(world, canaries, round);
  }
  await world.settle();
  if (canaries) await refuseEmptyTables(owner, canaries);
}

/** So that calls can name them in both worlds before anything was read. */
async function nameDemoRelease(world: World): Promise<void> {
  const { rows } = await world.owner.query<{ release: string; sbom: string }>(
    `select r.id as release, s.id as sbom from release r join model m on m.id = r.model_id join sbom s on s.release_id = r.id
     where m.slug = 'mc-220' and r.version = '2.4.1'`,
  );
  const { release, sbom } = rows[0] ?? { release: '', sbom: '' };
  nameWords(world, [
    [release, demoRelease],
    [sbom, demoSbom],
  ]);
}

function nameWords({ names }: World, words: [word: string, ref: IdRef][]): void {
  for (const [word, { index }] of words) {
    names.textOfWords(word);
    if (names.indexOf(word) !== index) throw new Error(`Another word was named before ${word}`);
  }
}

/** Two walls with their members; everybody else was a member once, as people are who change their post. */
async function raiseWalls(owner: pg.Client, canaries: Canaries): Promise<void> {
  for (const wall of walls) {
    await owner.query('insert into wall (id, reason, created_at) values ($1, $2, $3)', [
      wall,
      canaries.of('wall.reason'),
      beginning.toString(),
    ]);
    for (const { personId, inside } of people)
      await owner.query(
        `insert into wall_member (wall_id, person_id, since, until) values ($1, $2, '2026-01-05', $3)`,
        [wall, personId, inside ? null : '2026-01-06'],
      );
  }
}

/** The way by which the house itself tells of a matter, besides the rows that were put there by hand. */
async function tellAll(world: World, round: number): Promise<void> {
  await tellPeople(world, null, (part) => `open${part}${round}`);
}

async function tellInside(world: World, canaries: Canaries, round: number): Promise<void> {
  await tellPeople(world, walls[round % walls.length] ?? null, (part) => canaries.of(`tell.${part}`));
}

async function tellPeople(world: World, wallId: string | null, word: (part: string) => string): Promise<void> {
  const text = { title: word('title'), body: word('body') };
  await world.system.db.transaction().execute((transaction) =>
    tell(transaction, world.system, {
      to: people.map(({ personId }) => personId ?? ''),
      kind: word('kind'),
      subjectKind: word('subjectKind'),
      subjectId: word('subjectId'),
      path: `/${word('path')}`,
      text: { ja: text, en: text },
      wallId,
      mail: 'now',
      dedupeKey: word('dedupeKey'),
    }),
  );
}

async function insert(owner: pg.Client, { table, seeder, seed }: Row, word: Seed['word']): Promise<object> {
  const row = seeder.row({ ...seed, word });
  const columns = Object.keys(row).join(', ');
  const { rows } = await owner.query<{ kept: object }>(
    `insert into ${table} as t (${columns}) select ${columns} from jsonb_populate_record(null::${table}, $1::jsonb)
     returning to_jsonb(t) as kept`,
    [JSON.stringify(row)],
  );
  return rows[0]?.kept ?? {};
}

function refuseSilentColumns({ table, seeder }: Row, kept: object, columns: string[], canaries: Canaries): void {
  const says = (column: string) =>
    canaries.findIn(Buffer.from(JSON.stringify(kept[column as never] ?? null))).length > 0;
  const silent = columns.filter((column) => !seeder.plain.includes(column) && !says(column));
  if (silent.length > 0)
    throw new Error(
      `The seeder of ${table} gives no word to ${silent.join(', ')}: what leaks from there would not be seen`,
    );
}

/** Walled tables that nobody can put anything into: a table with a wall_id, or guarded by may_see, without a seeder and not filled by others. */
export async function tablesWithoutSeeder(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
     and (exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'wall_id' and not a.attisdropped)
       or exists (select from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname and p.qual like '%may_see(%'))`,
  );
  const planted = new Set([...Object.keys(seeders), ...Object.keys(filledByOwnRecords), 'wall', 'wall_member']);
  return rows
    .map(({ name }) => name)
    .filter((name) => !planted.has(name))
    .sort();
}
