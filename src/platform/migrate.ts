import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { Refusal } from './errors.ts';

const migrations = path.join(import.meta.dirname, '../../migrations');

/** The migrations that this release knows, in the order they are applied. */
export function knownMigrations(folder = migrations): { name: string; sha256: string; text: string }[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((name) => {
      const text = readFileSync(path.join(folder, name), 'utf8');
      return { name, text, sha256: createHash('sha256').update(text).digest('hex') };
    });
}

/**
 * Brings the database to this release: forward only, in name order, each file in its own transaction, under one lock.
 * @param upto  the last file to apply, for restoring what an older release had written
 * @returns the names that were applied now
 * @throws Refusal 'conflict' when the state is of a newer version, or an applied file has changed
 */
export async function migrate(ownerUrl: string, folder = migrations, upto?: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  // A connection that is cut fails the statement under way; without a listener it would end the process as well.
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(7262)');
    await client.query(
      'create table if not exists migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now())',
    );
    const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from migration');
    const done = new Map(rows.map((row) => [row.name, row.sha256]));
    const known = knownMigrations(folder);
    refuseWhatIsForeign(known, done);

    const missing = known.filter(({ name }) => !done.has(name) && (upto === undefined || name <= upto));
    for (const { name, text, sha256 } of missing) await apply(client, name, text, sha256);
    return missing.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

function refuseWhatIsForeign(known: { name: string; sha256: string }[], done: Map<string, string>): void {
  const names = new Set(known.map(({ name }) => name));
  const newer = [...done.keys()].filter((name) => !names.has(name));
  if (newer.length > 0)
    throw new Refusal('conflict', `The data belong to a newer version of Mamori (${newer.join(', ')}).`, { newer });
  const changed = known.filter(({ name, sha256 }) => done.has(name) && done.get(name) !== sha256);
  if (changed.length > 0)
    throw new Refusal('conflict', `${changed.map(({ name }) => name).join(', ')} was applied with other content.`, {
      changed: changed.map(({ name }) => name),
    });
}

async function apply(client: pg.Client, name: string, text: string, sha256: string): Promise<void> {
  await client.query('begin');
  try {
    await client.query(text);
    await client.query('insert into migration (name, sha256) values ($1, $2)', [name, sha256]);
    await client.query('commit');
  } catch (problem) {
    await client.query('rollback').catch(() => {}); // a cut connection has rolled back by itself
    throw new Error(`${name}: ${(problem as Error).message}`, { cause: problem });
  }
}
