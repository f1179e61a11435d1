import { Buffer } from 'node:buffer';
import iconv from 'iconv-lite';
import type { CsvProblem } from './problems.ts';

/** The encodings that Excel and Japanese business systems write. */
export type CsvEncoding = 'utf-8' | 'cp932' | 'utf-16le' | 'utf-16be';

type Decoded = { encoding: CsvEncoding; text: string; problems: CsvProblem[] };

const MARKS: { encoding: CsvEncoding; bytes: number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
];
const LISTED_LINES = 20;

/** Text of the bytes. Without a byte order mark, valid UTF-8 wins over CP932: CP932 text is almost never valid UTF-8. */
export function decode(bytes: Uint8Array, expected?: CsvEncoding): Decoded {
  const mark = MARKS.find((candidate) => candidate.bytes.every((byte, index) => bytes[index] === byte));
  const body = mark ? bytes.subarray(mark.bytes.length) : bytes;
  const known = mark?.encoding ?? expected;
  for (const encoding of known ? [known] : (['utf-8', 'cp932'] as const)) {
    const text = decodeStrictly(body, encoding);
    if (text !== null) return { encoding, text, problems: [] };
  }
  return undecodable(body, known);
}

/** Names the lines that are broken in the encoding that fits the rest of the file best. */
function undecodable(body: Uint8Array, known: CsvEncoding | undefined): Decoded {
  if (known === 'utf-16le' || known === 'utf-16be') {
    return { encoding: known, text: '', problems: [brokenLine(known, null)] };
  }
  const lines = splitLines(body);
  const [best] = (known ? [known] : (['utf-8', 'cp932'] as const))
    .map((encoding) => ({ encoding, broken: brokenLines(lines, encoding) }))
    .sort((a, b) => a.broken.length - b.broken.length);
  const { encoding, broken } = best as NonNullable<typeof best>;
  const problems = broken.slice(0, LISTED_LINES).map((line) => brokenLine(encoding, line));
  return { encoding, text: '', problems };
}

function brokenLine(encoding: CsvEncoding, line: number | null): CsvProblem {
  return {
    path: line === null ? 'file' : `line ${line}`,
    rule: 'invalid-encoding',
    message: `These bytes are not valid ${encoding.toUpperCase()}`,
    details: line === null ? { encoding } : { encoding, line },
  };
}

function brokenLines(lines: Uint8Array[], encoding: CsvEncoding): number[] {
  return lines.flatMap((line, index) => (decodeStrictly(line, encoding) === null ? [index + 1] : []));
}

function decodeStrictly(bytes: Uint8Array, encoding: CsvEncoding): string | null {
  if (encoding === 'cp932') {
    const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), 'cp932', {
      stripBOM: false,
    });
    // CP932 has no sign for U+FFFD, so it can only stand for bytes that mean nothing; 0x80 means nothing either.
    return /[\ufffd\u0080]/.test(text) ? null : text;
  }
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

// Neither UTF-8 nor CP932 uses the bytes of CR and LF inside a longer character.
function splitLines(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  let start = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] !== 10 && bytes[at] !== 13) continue;
    lines.push(bytes.subarray(start, at));
    if (bytes[at] === 13 && bytes[at + 1] === 10) at++;
    start = at + 1;
  }
  lines.push(bytes.subarray(start));
  return lines;
}
