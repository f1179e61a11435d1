import type pg from 'pg';

/** Columns of a table that can hold words. */
export async function textColumnsOf(owner: pg.Client, table: string): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped
     and atttypid::regtype::text in ('text', 'citext', 'character varying', 'json', 'jsonb', 'bytea', 'text[]')`,
    [table],
  );
  return rows.map(({ name }) => name);
}
