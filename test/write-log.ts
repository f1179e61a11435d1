import { ask } from './processes.ts';

/** Rows written, by table and deed: { "record update": 1 }; a row that comes and goes counts twice. */
export type Writes = Record<string, number>;

/**
 * Counts every row that anybody writes into our tables from now on, by triggers.
 * @returns what tells the rows since it was last asked
 */
export async function logWrites(ownerUrl: string): Promise<() => Promise<Writes>> {
  await ask(
    ownerUrl,
    'create schema written',
    'create table written.row (what text not null)',
    `create function written.note() returns trigger language plpgsql security definer as
      $$ begin insert into written.row values (tg_table_name || ' ' || lower(tg_op)); return null; end $$`,
    `do $$ declare name text; begin
      for name in select tablename from pg_tables where schemaname = 'public' loop
        execute format('create trigger note after insert or update or delete on %I for each row execute function written.note()', name);
      end loop; end $$`,
  );
  return async () => {
    const rows = await ask<{ what: string; count: number }>(
      ownerUrl,
      `with gone as (delete from written.row returning what)
      select what, count(*)::integer as count from gone group by what order by what`,
    );
    return Object.fromEntries(rows.map(({ what, count }) => [what, count]));
  };
}
