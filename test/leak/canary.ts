import { gunzipSync, inflateSync, zstdDecompressSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import type { Random } from '../random.ts';

const length = 16;
const pattern = new RegExp(`cnry[a-z0-9]{${length}}|OWN-[a-z0-9]{6}`, 'gi');

/** Words that stand in one field each and nowhere else, so that a place where one turns up names the field that leaked. */
export class Canaries {
  /** By the word in small letters. */
  readonly #known = new Map<string, { word: string; field: string }>();
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  /** A new word for a field, e.g. "notice.title". */
  of(field: string): string {
    const word = `cnry${Array.from({ length }, () => this.#random.pick([...'abcdefghijklmnopqrstuvwxyz0123456789'])).join('')}`;
    this.know(word, field);
    return word;
  }

  /** A word that the house has drawn itself: the number of an own record. */
  know(word: string, field: string): void {
    this.#known.set(word.toLowerCase(), { word, field });
  }

  /** One word for each field that has words. */
  oneOfEachField(): string[] {
    return [...new Map([...this.#known.values()].map(({ word, field }) => [field, word])).values()];
  }

  /**
   * The fields whose words are in these bytes, in clear or encoded, each once.
   * @param said  words that the test itself has said to the house: to hear them again is no leak
   */
  findIn(bytes: Uint8Array, said: ReadonlySet<string> = new Set()): string[] {
    const found = new Set<string>();
    for (const text of textsIn(bytes))
      for (const [word] of text.matchAll(pattern)) {
        const known = this.#known.get(word.toLowerCase());
        if (known && !said.has(known.word)) found.add(known.field);
      }
    return [...found].sort();
  }
}

const deepest = 4;

/** Everything that these bytes say: as they are, unpacked (zip, gzip, zlib, zstd), and what is written in them as base64, in percent signs or escaped. */
export function textsIn(bytes: Uint8Array, depth = 0): string[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const inner = depth < deepest ? [...unpack(buffer), ...decode(buffer.toString('latin1'))] : [];
  // UTF-16 puts a zero beside each letter, quoted-printable breaks lines with "=".
  const plain = buffer
    .toString('latin1')
    .replaceAll('\0', '')
    .replaceAll(/=\r?\n/g, '');
  return [plain, ...inner.flatMap((one) => textsIn(one, depth + 1))];
}

/** What a packed file holds, by name; the bytes themselves when they are not packed. */
export function entriesOf(bytes: Uint8Array): Record<string, Uint8Array> | null {
  return bytes[0] === 0x50 && bytes[1] === 0x4b ? unzipSync(bytes) : null;
}

function unpack(bytes: Buffer): Uint8Array[] {
  const [first, second] = bytes;
  try {
    if (first === 0x50 && second === 0x4b) return Object.values(unzipSync(bytes));
    if (first === 0x1f && second === 0x8b) return [gunzipSync(bytes)];
    if (first === 0x28 && second === 0xb5) return [zstdDecompressSync(bytes)];
    if (first === 0x78 && [0x01, 0x9c, 0xda].includes(second ?? -1)) return [inflateSync(bytes)];
  } catch {
    // only looks like it
  }
  return [];
}

function decode(text: string): Uint8Array[] {
  const found: Uint8Array[] = [];
  for (const [run] of text.matchAll(/[\w+/-]{20,}/g)) found.push(Buffer.from(run, 'base64'));
  if (/%[0-9a-f]{2}/i.test(text))
    found.push(
      Buffer.from(
        text.replaceAll(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
        'latin1',
      ),
    );
  if (/\\u00[0-9a-f]{2}|&#/i.test(text))
    found.push(
      Buffer.from(
        text
          .replaceAll(/\\u00([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
          .replaceAll(/&#x([0-9a-f]{2});/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
          .replaceAll(/&#(\d{2,3});/g, (_, code: string) => String.fromCharCode(Number(code))),
        'latin1',
      ),
    );
  for (const [, hex = ''] of text.matchAll(/(?<![0-9a-f])((?:[0-9a-f]{2}){20,})(?![0-9a-f])/gi))
    found.push(Buffer.from(hex, 'hex'));
  return found;
}
