import { createHash, type Hash } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { newId } from './ids.ts';

/** Bytes that were kept: their SHA-256 in hex is their name, so equal bytes are kept once and never change. */
export type KeptFile = { sha256: string; sizeBytes: number };

const filesFolder = (stateFolder: string) => path.join(stateFolder, 'files');
const isName = (name: string) => /^[0-9a-f]{64}$/.test(name);

/** Where the bytes with this hash are; two letters of the hash make the folder, so that no folder grows too large. */
export function pathOfFile(stateFolder: string, sha256: string): string {
  if (!isName(sha256)) throw new RangeError('not a SHA-256 in hex');
  return path.join(filesFolder(stateFolder), sha256.slice(0, 2), sha256);
}

/**
 * Keeps bytes; on the disk before it returns, so that a row written afterwards never names bytes that are lost.
 * @throws RangeError when there are more than `maxBytes`
 */
export async function keepFile(
  stateFolder: string,
  content: Readable | Uint8Array,
  maxBytes = Number.POSITIVE_INFINITY,
): Promise<KeptFile> {
  const folder = filesFolder(stateFolder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const unfinished = path.join(folder, `.unfinished-${newId()}`);
  const meter = new Meter(maxBytes);
  try {
    const source = content instanceof Readable ? content : Readable.from([content]);
    await pipeline(source, meter, createWriteStream(unfinished, { mode: 0o600, flush: true }));
    const kept = { sha256: meter.hash.digest('hex'), sizeBytes: meter.sizeBytes };
    const file = pathOfFile(stateFolder, kept.sha256);
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    if (!existsSync(file)) renameSync(unfinished, file);
    return kept;
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** Every kept file, by hash; small folders are read one after the other, so a million files are no problem. */
export function* listFiles(stateFolder: string): Generator<KeptFile> {
  const folder = filesFolder(stateFolder);
  if (!existsSync(folder)) return;
  for (const part of readdirSync(folder).sort()) {
    if (!/^[0-9a-f]{2}$/.test(part)) continue;
    for (const name of readdirSync(path.join(folder, part)).sort())
      if (isName(name)) yield { sha256: name, sizeBytes: statSync(path.join(folder, part, name)).size };
  }
}

class Meter extends Transform {
  readonly hash: Hash = createHash('sha256');
  sizeBytes = 0;
  readonly #maxBytes: number;

  constructor(maxBytes: number) {
    super();
    this.#maxBytes = maxBytes;
  }

  override _transform(chunk: Buffer, _encoding: string, done: (problem: Error | null, chunk?: Buffer) => void): void {
    this.sizeBytes += chunk.length;
    this.hash.update(chunk);
    if (this.sizeBytes > this.#maxBytes) done(new RangeError(`larger than ${this.#maxBytes} bytes`));
    else done(null, chunk);
  }
}
