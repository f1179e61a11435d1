import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Incoming } from '../import-records.ts';
import { readSource } from './read-source.ts';

/** Everything in these files, folders and archives, in the order of their names; a link is not followed. */
export async function* readPaths(paths: readonly string[]): AsyncGenerator<Incoming> {
  for (const given of paths) for (const file of filesOf(given)) yield* readFile(file);
}

/** Sets of records are many small files: each is opened once. Larger ones are streamed. */
const smallBytes = 1024 * 1024;

async function* readFile(file: string): AsyncGenerator<Incoming> {
  const { size } = statSync(file);
  const read = size <= smallBytes ? fromMemory(file) : () => createReadStream(file, { highWaterMark: smallBytes });
  yield* readSource({ name: file, sizeBytes: size, read });
}

function fromMemory(file: string): () => AsyncGenerator<Uint8Array> {
  const bytes = readFileSync(file);
  return async function* () {
    if (bytes.length > 0) yield bytes;
  };
}

const endings = /\.(?:json|xml|rdf|csv|gz|zst|zip|tar|tgz)$/i;

/** A file that is named is read whatever it is called; in folders only what can be records. */
function* filesOf(given: string): Generator<string> {
  if (!statSync(given).isDirectory()) {
    yield given;
    return;
  }
  const entries = readdirSync(given, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const inside = path.join(given, entry.name);
    if (entry.isDirectory() && !entry.name.startsWith('.')) yield* filesOf(inside);
    else if (entry.isFile() && endings.test(entry.name)) yield inside;
  }
}
