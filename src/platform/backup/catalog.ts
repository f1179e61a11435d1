import pg from 'pg';

/** A table of ours with its columns in their order and the order of its rows. */
export type TableShape = { name: string; columns: string[]; orderBy: string };

const quoted = pg.escapeIdentifier;

/** Text sorts by code point, so that two servers with different languages write the same file. */
export async function listTables(client: pg.ClientBase): Promise<TableShape[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; key: string[]; text: string[] }>(`
    select c.relname as name,
      array(select a.attname::text from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        order by a.attnum) as columns,
      array(select a.attname::text from pg_index i
        cross join unnest(i.indkey::int2[]) with ordinality as k (attnum, position)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
        where i.indrelid = c.oid and i.indisprimary order by k.position) as key,
      array(select a.attname::text from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and a.attcollation <> 0) as text
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and c.relname <> 'migration'
    order by c.relname collate "C"`);
  return rows.map(({ name, columns, key, text }) => ({
    name,
    columns,
    orderBy: (key.length > 0 ? key : columns)
      .map((column) => (text.includes(column) ? `${quoted(column)} collate "C"` : quoted(column)))
      .join(', '),
  }));
}

export async function listMigrations(client: pg.ClientBase): Promise<{ name: string; sha256: string }[]> {
  const { rows } = await client.query('select name, sha256 from migration order by name collate "C"');
  return rows;
}

/** The values of all sequences of ours; read after the tables, they are never behind them. */
export async function listSequences(client: pg.ClientBase): Promise<{ name: string; last: string; called: boolean }[]> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S' order by relname collate "C"`,
  );
  const found = [];
  for (const { name } of rows) {
    const { rows: values } = await client.query<{ last: string; called: boolean }>(
      `select last_value::text as last, is_called as called from public.${quoted(name)}`,
    );
    const [value] = values;
    if (value) found.push({ name, ...value });
  }
  return found;
}

/** What makes the text form of COPY the same on every server. */
export const textSettings = [
  "set local client_encoding = 'UTF8'",
  "set local timezone = 'UTC'",
  "set local datestyle = 'ISO, YMD'",
  "set local intervalstyle = 'postgres'",
  "set local bytea_output = 'hex'",
  'set local extra_float_digits = 1',
  'set local statement_timeout = 0',
  'set local lock_timeout = 0',
  'set local idle_in_transaction_session_timeout = 0',
  // Rather an error than an archive without the rows behind walls.
  'set local row_security = off',
].join('; ');

export const copyOut = ({ name, columns, orderBy }: TableShape) =>
  `copy (select ${columns.map(quoted).join(', ')} from public.${quoted(name)} order by ${orderBy}) to stdout`;

export const copyIn = (name: string, columns: string[]) =>
  `copy public.${quoted(name)} (${columns.map(quoted).join(', ')}) from stdin`;
