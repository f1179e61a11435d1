import { createHmac } from 'node:crypto';
import pg from 'pg';

const appendOnly = "obj_description(c.oid) ~ 'append-only'";

/**
 * Makes the role that the server uses: it owns nothing, so row-level security binds it, and it cannot change
 * what is append-only (a word in the table's comment) nor the list of migrations.
 * Its password follows from the owner's, so that several servers on one database agree without talking;
 * an owner without a password (peer, trust) lends the role by `set role` at the start of each connection.
 * @param ownerUrl  the database's owner, after the migrations
 * @returns the URL that the server connects with; proven to be that role, because as the owner nothing would hold
 * @throws Error when the URL would connect as somebody else
 */
export async function prepareServerRole(ownerUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl });
  const owner = client.user ?? 'mamori';
  const role = `${owner}_server`;
  const password = client.password
    ? createHmac('sha256', String(client.password)).update(role).digest('base64url')
    : null;
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(7263)');
    const name = client.escapeIdentifier(role);
    await untilAlone(async () => {
      const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
      if (rowCount === 0) await client.query(`create role ${name}`);
      if (password) await client.query(`alter role ${name} login password ${client.escapeLiteral(password)}`);
      else await client.query(`grant ${name} to current_user`);
    });
    await client.query(`grant usage on schema public to ${name}`);
    await client.query(`grant select, insert, update, delete on all tables in schema public to ${name}`);
    await client.query(`grant usage on all sequences in schema public to ${name}`);
    // Events are sent inside the caller's transaction, so by this role; running jobs is the owner's.
    // Somebody who lets a failed job run again does so in one transaction with the line of the trail.
    const jobs = await client.query("select from pg_namespace where nspname = 'jobs'");
    if (jobs.rowCount) {
      await client.query(`grant usage on schema jobs to ${name}`);
      await client.query(`grant select, insert on all tables in schema jobs to ${name}`);
      await client.query(`grant update (state, retry_limit, completed_on, start_after) on jobs.job to ${name}`);
      await client.query(`alter default privileges in schema jobs grant select, insert on tables to ${name}`);
    }
    const sealed = await client.query<{ table: string }>(
      `select c.oid::regclass::text as table from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relkind in ('r', 'p') and ${appendOnly}`,
    );
    for (const { table } of sealed.rows) await client.query(`revoke update, delete on ${table} from ${name}`);
    await client.query(`revoke insert, update, delete on migration from ${name}`);
  } finally {
    await client.end();
  }
  const url = urlOfRole(ownerUrl, role, password);
  await requireRole(url, role);
  return url;
}

const attempts = 20;

/**
 * Roles belong to the cluster and locks to a database: servers of two databases that start at once may meet at the role
 * they share. Who comes second is told so by PostgreSQL and tries again.
 */
async function untilAlone(work: () => Promise<void>): Promise<void> {
  for (let left = attempts; ; left--) {
    try {
      return await work();
    } catch (problem) {
      const { code = '', message } = problem as pg.DatabaseError;
      const isMet = message === 'tuple concurrently updated' || ['42710', '23505'].includes(code);
      if (!isMet || left === 0) throw problem;
    }
  }
}

/** User and password stand before the host, or among the parameters, or in the environment alone. */
function urlOfRole(ownerUrl: string, role: string, password: string | null): string {
  const [address = '', query = ''] = ownerUrl.split(/\?(.*)/s);
  const parameters = new URLSearchParams(query);
  if (password === null) parameters.set('options', `-c role=${role}`);
  else for (const name of ['user', 'password']) parameters.delete(name);
  const who = password === null ? null : `${encodeURIComponent(role)}:${encodeURIComponent(password)}@`;
  const rest = `${parameters}`.replaceAll('+', '%20');
  return `${who === null ? address : address.replace(/\/\/([^@/]*@)?/, `//${who}`)}${rest ? `?${rest}` : ''}`;
}

async function requireRole(url: string, role: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>('select current_user as name');
    if (rows[0]?.name !== role) throw new Error(`The server would act as ${rows[0]?.name} instead of ${role}`);
  } finally {
    await client.end();
  }
}
