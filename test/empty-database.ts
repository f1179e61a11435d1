import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { databaseUrl } from './database.ts';

const made: string[] = [];
let tidies = false;

/**
 * A database without any table, dropped at the end of the file.
 * @returns the owner's URL
 */
export async function anEmptyDatabase(): Promise<string> {
  const name = `t_${randomUUID().slice(0, 8)}`;
  await asAdministrator(`create database ${name} template template0 strategy wal_log`);
  made.push(name);
  if (!tidies) {
    tidies = true;
    afterAll(async () => {
      for (const one of made) await asAdministrator(`drop database if exists ${one} with (force)`);
    });
  }
  return databaseUrl(name);
}

async function asAdministrator(statement: string): Promise<void> {
  const admin = new pg.Client({ connectionString: inject('postgres') });
  await admin.connect();
  await admin.query(statement);
  await admin.end();
}
