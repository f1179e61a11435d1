import pg from 'pg';
import { StartProblem } from '../start-problem.ts';
import { readPidFile } from './postmaster.ts';

/**
 * The owner's URL. The host in it is the socket's folder, as libpq and pg both read it; "localhost" only makes it a URL
 * for everybody else. Port and sslmode are named because the environment (PGPORT, PGSSLMODE) would be asked otherwise.
 */
export function urlOf(password: string, socketFolder: string, database: string): string {
  return `postgresql://mamori:${password}@localhost:5432/${database}?host=${encodeURIComponent(socketFolder)}&sslmode=disable`;
}

/**
 * Makes the database `mamori` when it is not there.
 * @throws StartProblem (78) when the kept password is not the database's
 */
export async function createDatabase(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rowCount } = await client.query(`select from pg_database where datname = 'mamori'`);
    if (rowCount === 0) await client.query('create database mamori template template0');
  } catch (error) {
    throw (error as { code?: string }).code === '28P01' ? wrongPassword() : error;
  } finally {
    await client.end().catch(() => {});
  }
}

function wrongPassword(): StartProblem {
  return new StartProblem(
    'configuration',
    'The database refuses the password in secrets/postgres-password of the state; the two come from different states.',
    'Move that file away; the next start sets a new password. Nothing is lost by it.',
  );
}

/** The URL of a database that another process keeps, or undefined while it cannot be reached. */
export async function urlOfRunning(data: string, password: string): Promise<string | undefined> {
  const running = readPidFile(data);
  if (!running?.ready) return undefined;
  const url = urlOf(password, running.socketFolder, 'mamori');
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  try {
    await client.connect();
    return url;
  } catch {
    return undefined;
  } finally {
    await client.end().catch(() => {});
  }
}
