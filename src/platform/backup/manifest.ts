import { createHash } from 'node:crypto';
import { z } from 'zod';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Identifier = z.string().min(1).max(63);

/** The version of the archive's own form; one that is newer than ours is refused. */
export const archiveFormat = 1;

/** The last member of an archive but one: what all others must be. After it comes its own hash, as the end. */
export const Manifest = z.object({
  format: z.int().positive(),
  mamori: z.string(),
  madeAt: z.string(),
  postgres: z.object({ major: z.int(), version: z.string() }),
  migrations: z.array(z.object({ name: z.string(), sha256: Sha256 })),
  /** In the text form of COPY, by primary key; equal tables have equal hashes on every PostgreSQL. */
  tables: z.array(
    z.object({
      name: Identifier,
      columns: z.array(Identifier),
      rows: z.int().min(0),
      sizeBytes: z.int().min(0),
      sha256: Sha256,
    }),
  ),
  sequences: z.array(z.object({ name: Identifier, last: z.string().regex(/^-?\d+$/), called: z.boolean() })),
  /** Events and other work that was acknowledged and not done yet. */
  jobs: z.object({ count: z.int().min(0), sha256: Sha256 }),
  files: z.array(z.object({ sha256: Sha256, sizeBytes: z.int().min(0) })),
  /** Files whose bytes on the disk were not what their name says; they are not in the archive. */
  damagedFiles: z.array(Sha256),
});
export type Manifest = z.infer<typeof Manifest>;

export const manifestName = 'manifest.json';
export const endName = 'manifest.sha256';
export const jobsName = 'jobs.jsonl';
export const fileName = (sha256: string) => `files/${sha256}`;
/** A table is in pieces, because a member's size stands before its bytes. */
export const pieceName = (table: string, piece: number) => `tables/${table}/${String(piece).padStart(6, '0')}.copy`;

const piecePattern = /^tables\/([^/]+)\/(\d{6})\.copy$/;

/** Which table and piece a member is, or null. */
export function pieceOf(name: string): { table: string; piece: number } | null {
  const [, table, piece] = piecePattern.exec(name) ?? [];
  return table === undefined ? null : { table, piece: Number(piece) };
}

/** What the end of an archive says, in the form that sha256sum checks. */
export const endOf = (manifest: string) => `${createHash('sha256').update(manifest).digest('hex')}  ${manifestName}\n`;
