/** A line of text without its break, counted from 1. */
export type Line = { number: number; text: string };

/** Longest line that is read; a licence text of this length does not exist. */
export const longestLine = 1024 * 1024;

/** The source is no UTF-8 text, or a line is longer than any text. */
export class UnreadableText extends Error {
  readonly line: number;
  readonly rule: 'invalid-encoding' | 'line-too-long';

  constructor(line: number, rule: 'invalid-encoding' | 'line-too-long') {
    super(rule === 'line-too-long' ? `A line is longer than ${longestLine} characters` : 'The text is not UTF-8');
    this.line = line;
    this.rule = rule;
  }
}

/**
 * The lines of a UTF-8 text as they come; CRLF and LF both end one, a byte order mark is passed over.
 * @throws UnreadableText
 */
export async function* linesOf(source: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let number = 1;
  let rest = '';
  const decode = (chunk?: Uint8Array): string => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
    } catch {
      throw new UnreadableText(number, 'invalid-encoding');
    }
  };
  for await (const chunk of source) {
    const lines = (rest + decode(chunk)).split('\n');
    rest = lines.pop() ?? '';
    for (const text of lines) yield { number: number++, text: text.endsWith('\r') ? text.slice(0, -1) : text };
    if (rest.length > longestLine) throw new UnreadableText(number, 'line-too-long');
  }
  rest += decode();
  if (rest !== '') yield { number, text: rest };
}
