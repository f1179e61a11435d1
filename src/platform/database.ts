import { Kysely, type Kysely as KyselyOf, PostgresDialect, type Transaction as TransactionOf } from 'kysely';
import pg from 'pg';
import type { DB } from '#tables';

export type Db = KyselyOf<DB>;
export type Transaction = TransactionOf<DB>;

const instant = (text: string) => Temporal.Instant.from(text.replace(' ', 'T'));
const day = (text: string) => Temporal.PlainDate.from(text);

function integer(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError(`int8 ${text} is not a safe integer`);
  return number;
}

const listOf =
  <T>(one: (text: string) => T) =>
  (text: string) =>
    text === '{}'
      ? []
      : text
          .slice(1, -1)
          .split(',')
          .map((item) => (item === 'NULL' ? null : one(item.replaceAll('"', ''))));

// Parsers belong to our pools: pg-boss shares the library and expects Date.
const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.INT8, integer);
types.setTypeParser(pg.types.builtins.DATE, day);
types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, instant);
types.setTypeParser(1016 as never, listOf(integer));
types.setTypeParser(1182 as never, listOf(day));
types.setTypeParser(1185 as never, listOf(instant));

// pg asks a value for this method; without it a Temporal value becomes quoted JSON text.
for (const kind of [Temporal.Instant, Temporal.PlainDate])
  Object.defineProperty(kind.prototype, 'toPostgres', {
    configurable: true,
    value(this: { toString(): string }) {
      return this.toString();
    },
  });

/** A pool of connections; `max` counts connections. An idle connection that the server closes is replaced silently. */
export function openPool(url: string, max = 10): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, types, max, application_name: 'mamori' });
  // Without a listener a stopped server ends the process; the error object carries the password, so it is not logged.
  pool.on('error', () => {});
  // The pool listens to idle clients only: one that loses its server between two statements would end the process too.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** For migrations and maintenance: sees everything, because it owns everything. */
export function openOwner(url: string): Db {
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool: openPool(url, 2) }) });
}

const boundTo = new WeakMap<pg.PoolClient, string>();

/**
 * The database as one viewer may see it: every connection it hands out carries who looks, and the policies of
 * row-level security obey that. Cheap: it shares the pool and asks the server only when the viewer of a connection changes.
 * @param viewer  'system', 'person:<uuid>' or '' for an outsider; made by access only
 */
export function databaseFor(pool: pg.Pool, viewer: string): Db {
  const bound = {
    options: pool.options,
    async connect() {
      const client = await pool.connect();
      if (boundTo.get(client) === viewer) return client;
      try {
        // Compiling a statement takes longer than any of ours runs.
        await client.query("select set_config('mamori.viewer', $1, false), set_config('jit', 'off', false)", [viewer]);
      } catch (problem) {
        client.release(true);
        throw problem;
      }
      boundTo.set(client, viewer);
      return client;
    },
    async end() {},
  };
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool: bound }) });
}
