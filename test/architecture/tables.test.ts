import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { freshDatabase } from '../database.ts';
import { isStep, roomOf, root, sources } from './sources.ts';

const { pool } = await freshDatabase();

const ownerByTable = new Map<string, string>();
for (const file of globSync('migrations/*.sql', { cwd: root })) {
  const owner = /^\d+-([a-z]+)/.exec(path.basename(file))?.[1] ?? '';
  const text = readFileSync(path.join(root, file), 'utf8');
  for (const [, table = ''] of text.matchAll(/create table (\w+)/g)) ownerByTable.set(table, owner);
}

const stores = sources.filter(({ file }) => isStep(roomOf(file)) && file.includes('store'));
const written = (text: string) =>
  [
    ...text.matchAll(
      /(?:insertInto|updateTable|deleteFrom|mergeInto)\('(\w+)|(?:insert into|update|delete from)\s+(\w+)\s/gi,
    ),
  ].map((hit) => hit[1] ?? hit[2] ?? '');

test('rule 4: a table is written by the step that owns it', () => {
  const wrong = stores.flatMap(({ file, text }) =>
    written(text)
      .filter((table) => ownerByTable.has(table) && ownerByTable.get(table) !== roomOf(file))
      .map((table) => `${file} writes ${table} of ${ownerByTable.get(table)}`),
  );
  expect([...new Set(wrong)]).toEqual([]);
});

test('rule 4: a table is read by the step that owns it; others use its functions or its views', () => {
  const wrong = stores.flatMap(({ file, text }) =>
    [...text.matchAll(/(?:selectFrom|[jJ]oin)\(\[?'(\w+)/g)]
      .map(([, table = '']) => table)
      .filter((table) => ownerByTable.has(table) && ownerByTable.get(table) !== roomOf(file))
      .map((table) => `${file} reads ${table} of ${ownerByTable.get(table)}`),
  );
  expect([...new Set(wrong)]).toEqual([]);
});

async function walled(): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attname = 'wall_id' and not a.attisdropped`,
  );
  return rows.map(({ name }) => name);
}

test('rule 8: row-level security guards every table with a wall', async () => {
  const { rows } = await pool.query<{ name: string }>(
    `select c.relname as name from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relrowsecurity
       and exists (select from pg_policies p where p.tablename = c.relname and p.qual like '%may_see(%')`,
  );
  const guarded = new Set(rows.map(({ name }) => name));
  expect((await walled()).filter((table) => !guarded.has(table))).toEqual([]);
});

test('rule 8: the server is neither an owner nor above row-level security', async () => {
  const { rows } = await pool.query(
    `select r.rolsuper, r.rolbypassrls, (select count(*)::int from pg_class c where c.relowner = r.oid) as owned
     from pg_roles r where r.rolname = current_user`,
  );
  expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, owned: 0 }]);
});

test('rule 8: a store function that touches a walled table takes the viewer', async () => {
  const tables = await walled();
  const wrong = stores.flatMap(({ file, text }) =>
    text
      .split(/^export (?=(?:async )?function)/m)
      .slice(1)
      .filter((body) =>
        tables.some((table) =>
          new RegExp(`(?:selectFrom|[jJ]oin|updateTable|deleteFrom)\\(\\[?'${table}\\b|\\bfrom ${table}\\b`).test(body),
        ),
      )
      .filter((body) => !/viewer: Viewer/.test(body))
      .map((body) => `${file}: ${/function\s*\*?\s*(\w+)/.exec(body)?.[1]}`),
  );
  expect(wrong).toEqual([]);
});

test('every table says who writes it, and every constraint has a name that says what', async () => {
  const { rows: silent } = await pool.query<{ name: string }>(
    `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
     and c.relname <> 'migration' and coalesce(obj_description(c.oid), '') !~* 'written by'`,
  );
  expect(silent.map(({ name }) => name)).toEqual([]);
  const { rows: unnamed } = await pool.query<{ name: string }>(
    `select conname as name from pg_constraint where connamespace = 'public'::regnamespace and contype in ('c', 'f', 'u', 'x')
     and conrelid <> 'migration'::regclass and conname ~ '_(check|fkey|key|excl)[0-9]*$'`,
  );
  expect(unnamed.map(({ name }) => name)).toEqual([]);
});

test('times are instants with a zone, never local ones', async () => {
  const { rows } = await pool.query(
    `select table_name, column_name from information_schema.columns where table_schema = 'public' and data_type = 'timestamp without time zone'`,
  );
  expect(rows).toEqual([]);
});
