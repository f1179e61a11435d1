import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { StartProblem } from './start-problem.ts';

/** Asks one statement of one connection, in a transaction of its own. */
export type Ask = (text: string, values: string[]) => Promise<{ rows: { pid: number; marker: string | null }[] }>;

const mark = "select pg_backend_pid() as pid, set_config('mamori.marker', $1, false) as marker";
const read = "select pg_backend_pid() as pid, current_setting('mamori.marker', true) as marker from pg_sleep(0.005)";
const rounds = 5;

/**
 * Whether each connection keeps its session between statements. Behind a pooler that lends a session for one transaction
 * it does not, and one viewer's setting would decide what another may see.
 * @param connections  at least two; each is asked alone, which finds a pooler that lends the session used last, and all
 *   at once in changing orders, which finds one that lends them in turn
 */
export async function keepSessions(connections: Ask[]): Promise<boolean> {
  const marked: { ask: Ask; marker: string; pid: number | undefined }[] = [];
  for (const ask of connections) {
    const marker = randomUUID();
    const { rows } = await ask(mark, [marker]);
    marked.push({ ask, marker, pid: rows[0]?.pid });
  }
  if (new Set(marked.map(({ pid }) => pid)).size < connections.length) return false;

  const isKept = async ({ ask, marker, pid }: (typeof marked)[number]) => {
    const { rows } = await ask(read, []);
    return rows[0]?.pid === pid && rows[0]?.marker === marker;
  };
  for (let round = 0; round < rounds; round++) {
    for (const one of marked) if (!(await isKept(one))) return false;
    const turned = marked.map((_, place) => marked[(place + round) % marked.length] as (typeof marked)[number]);
    const kept = await Promise.all(turned.toReversed().map(isKept));
    if (kept.includes(false)) return false;
  }
  return true;
}

/**
 * Refuses a database behind a transaction or statement pooler, before anything is written through it.
 * @throws StartProblem with the way out
 */
export async function requireSessions(url: string): Promise<void> {
  const clients = Array.from(
    { length: 3 },
    () => new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 }),
  );
  for (const client of clients) client.on('error', () => {});
  try {
    await Promise.all(clients.map((client) => client.connect()));
    if (await keepSessions(clients.map((client) => (text, values) => client.query(text, values)))) return;
  } finally {
    await Promise.all(clients.map((client) => client.end().catch(() => {})));
  }
  throw new StartProblem(
    'configuration',
    'DATABASE_URL leads to a pooler that lends a connection for one transaction; what one person may see would be decided by the session of another.',
    'Give the address of the PostgreSQL server itself, or of a pool in session mode (PgBouncer: pool_mode = session).',
  );
}
