import type { SbomReader } from './reader.ts';
import { readers } from './readers.ts';

/** How many first bytes are looked at. */
export const headBytes = 64 * 1024;

/** The reader of a document, by its first bytes and its name. */
export function findReader(head: Uint8Array, name: string): SbomReader | undefined {
  return readers.find((reader) => reader.detects(head, name));
}
