import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { readArchiveFile } from './archive-file.ts';
import { copyIn } from './catalog.ts';
import { type Manifest, pieceOf } from './manifest.ts';
import type { Member } from './tar.ts';

const quoted = pg.escapeIdentifier;

type ForeignKey = { table: string; name: string; definition: string };

/**
 * Loads the tables of an archive in the caller's transaction. Foreign keys are taken off before and put back after,
 * which checks every one of them; triggers rest. Both an owner may do who is no superuser.
 */
export async function loadTables(
  client: pg.Client,
  manifest: Manifest,
  file: string,
  progress: (line: string) => void,
): Promise<void> {
  const keys = await listForeignKeys(client);
  for (const { table, name } of keys) await client.query(`alter table ${table} drop constraint ${quoted(name)}`);
  for (const { name } of manifest.tables) {
    await client.query(`alter table public.${quoted(name)} disable trigger user`);
    // What migrations have put there is in the archive as well.
    await client.query(`delete from public.${quoted(name)}`);
  }
  await copyAll(client, manifest, file, progress);
  // A table with checks still to come cannot be altered.
  await client.query('set constraints all immediate');
  for (const { name } of manifest.tables) await client.query(`alter table public.${quoted(name)} enable trigger user`);
  progress('Checking what refers to what');
  for (const { table, name, definition } of keys)
    await client.query(`alter table ${table} add constraint ${quoted(name)} ${definition}`);
}

async function listForeignKeys(client: pg.Client): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(`
    select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0
    order by conrelid::regclass::text collate "C", conname`);
  return rows;
}

async function copyAll(
  client: pg.Client,
  manifest: Manifest,
  file: string,
  progress: (line: string) => void,
): Promise<void> {
  const tables = new Map(manifest.tables.map((table) => [table.name, table]));
  const members = readArchiveFile(file)[Symbol.asyncIterator]();
  let next = await nextPiece(members);
  while (next) {
    const table = tables.get(next.table);
    if (!table) throw new Error(`${next.table} is not in the manifest`);
    progress(`Loading ${table.name}: ${table.rows} rows`);
    const from = next;
    let following: Piece | undefined;
    async function* pieces(): AsyncGenerator<Uint8Array> {
      let piece: Piece | undefined = from;
      for (; piece?.table === from.table; piece = await nextPiece(members)) yield* piece.member.content;
      following = piece;
    }
    const rows = Readable.from(pieces(), { objectMode: false });
    await pipeline(rows, client.query(copyFrom(copyIn(table.name, table.columns))));
    next = following;
  }
}

type Piece = { table: string; member: Member };

async function nextPiece(members: AsyncIterator<Member>): Promise<Piece | undefined> {
  for (;;) {
    const { value, done } = await members.next();
    if (done) return undefined;
    const piece = pieceOf(value.name);
    if (piece) return { table: piece.table, member: value };
  }
}
