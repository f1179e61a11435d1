import { ask } from './processes.ts';

// Not what extensions bring, and not the NOT NULL constraints that PostgreSQL 18 lists: attnotnull says the same everywhere.
const own = (oid: string, catalog: string) =>
  `not exists (select from pg_depend d where d.classid = '${catalog}'::regclass and d.objid = ${oid} and d.deptype = 'e')`;

const parts: Record<string, string> = {
  extensions: `select extname as name from pg_extension`,
  relations: `select relname as name, relkind as kind, relrowsecurity as guarded, relforcerowsecurity as forced, obj_description(oid, 'pg_class') as comment
    from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S') and ${own('oid', 'pg_class')}`,
  columns: `select c.relname || '.' || a.attname as name, a.attnum as place, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as filled,
      a.attidentity as identity, a.attgenerated as generated, pg_get_expr(d.adbin, d.adrelid) as "default", l.collname as collation, col_description(c.oid, a.attnum) as comment
    from pg_attribute a join pg_class c on c.oid = a.attrelid left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    left join pg_collation l on l.oid = a.attcollation
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') and a.attnum > 0 and not a.attisdropped and ${own('c.oid', 'pg_class')}`,
  constraints: `select conrelid::regclass || '.' || conname as name, pg_get_constraintdef(oid) as text from pg_constraint
    where connamespace = 'public'::regnamespace and contype <> 'n' and ${own('oid', 'pg_constraint')} and conrelid <> 0`,
  indexes: `select indexname as name, indexdef as text from pg_indexes where schemaname = 'public'`,
  // Before PostgreSQL 16 a view over one table is shown with the name of its table before each column.
  views: `select viewname as name, regexp_replace(definition, '\\m\\w+\\.', '', 'g') as text from pg_views where schemaname = 'public'`,
  policies: `select tablename || '.' || policyname as name, cmd, permissive, roles::text, qual, with_check from pg_policies where schemaname = 'public'`,
  functions: `select p.oid::regprocedure::text as name, pg_get_functiondef(p.oid) as text from pg_proc p
    where p.pronamespace = 'public'::regnamespace and p.prokind in ('f', 'p') and ${own('p.oid', 'pg_proc')}`,
  triggers: `select tgrelid::regclass || '.' || tgname as name, pg_get_triggerdef(oid) as text from pg_trigger
    where not tgisinternal and tgrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)`,
  sequences: `select sequencename as name, data_type::text as type, start_value::text as start, increment_by::text as step, cycle from pg_sequences where schemaname = 'public'`,
};

/** Everything that the migrations make, as data in a fixed order; equal for equal schemas on every version of PostgreSQL. */
export async function schemaOf(url: string): Promise<Record<string, unknown[]>> {
  const schema: Record<string, unknown[]> = {};
  for (const [part, query] of Object.entries(parts))
    schema[part] = await ask(url, `select * from (${query}) part order by name collate "C"`);
  return schema;
}
