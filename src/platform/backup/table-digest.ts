import { createHash } from 'node:crypto';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { copyOut, type TableShape } from './catalog.ts';

export type Digest = { rows: number; sizeBytes: number; sha256: string };

/** Counts and hashes bytes that pass by; in the text form of COPY every row ends with a line feed and has no other. */
export class Meter {
  readonly #hash = createHash('sha256');
  #rows = 0;
  #sizeBytes = 0;

  add(bytes: Uint8Array): void {
    this.#hash.update(bytes);
    this.#sizeBytes += bytes.length;
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) this.#rows++;
  }

  digest(): Digest {
    return { rows: this.#rows, sizeBytes: this.#sizeBytes, sha256: this.#hash.digest('hex') };
  }
}

/** The rows of a table as they go into an archive, in pieces as the server sends them. */
export function streamTable(client: pg.ClientBase, table: TableShape): AsyncIterable<Buffer> {
  return client.query(copyTo(copyOut(table)));
}

/** The digest of a table as it is now. */
export async function digestTable(client: pg.ClientBase, table: TableShape): Promise<Digest> {
  const meter = new Meter();
  for await (const bytes of streamTable(client, table)) meter.add(bytes);
  return meter.digest();
}
