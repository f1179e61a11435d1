/** A line of text without its break, counted from 1. */
export type Line = { number: number; text: string };

/** Longest line that is read, in bytes; a licence text of this length does not exist. */
export const longestLine = 1024 * 1024;

/** The source is no UTF-8 text, or a line is longer than any text. */
export class UnreadableText extends Error {
  readonly line: number;
  readonly rule: 'invalid-encoding' | 'line-too-long';

  constructor(line: number, rule: 'invalid-encoding' | 'line-too-long') {
    super(rule === 'line-too-long' ? `A line is longer than ${longestLine} bytes` : 'The text is not UTF-8');
    this.line = line;
    this.rule = rule;
  }
}

/**
 * The lines of a UTF-8 text as they come; CRLF and LF both end one, a byte order mark is passed over.
 * Each line is text of its own: a part of a chunk's text would keep the whole chunk in memory.
 * @throws UnreadableText
 */
export async function* linesOf(source: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let number = 1;
  let rest: Uint8Array<ArrayBufferLike> = new Uint8Array(0);
  for await (const chunk of source) {
    const bytes = rest.length === 0 ? chunk : joined(rest, chunk);
    let start = 0;
    for (let end = bytes.indexOf(LF); end >= 0; end = bytes.indexOf(LF, start)) {
      yield { number, text: textOf(bytes.subarray(start, end), number) };
      number++;
      start = end + 1;
    }
    rest = bytes.slice(start);
    if (rest.length > longestLine) throw new UnreadableText(number, 'line-too-long');
  }
  if (rest.length > 0) yield { number, text: textOf(rest, number) };
}

const LF = 10;
const CR = 13;
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function textOf(line: Uint8Array, number: number): string {
  if (line.length > longestLine) throw new UnreadableText(number, 'line-too-long');
  const end = line.at(-1) === CR ? line.length - 1 : line.length;
  try {
    const text = decoder.decode(line.subarray(0, end));
    return number === 1 ? text.replace(/^\ufeff/, '') : text;
  } catch {
    throw new UnreadableText(number, 'invalid-encoding');
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
