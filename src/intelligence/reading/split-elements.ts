/** One element of the list, as its own bytes, with its place. */
export type Piece = { index: number; bytes: Uint8Array };

/** Why a list is not read on. */
export class SplitFault extends Error {
  readonly rule: 'too-large' | 'truncated' | 'wrong-shape';

  constructor(rule: SplitFault['rule'], message: string) {
    super(message);
    this.name = 'SplitFault';
    this.rule = rule;
  }
}

const [quote, backslash, comma] = [34, 92, 44] as const;
const [openBrace, closeBrace, openBracket, closeBracket] = [123, 125, 91, 93] as const;
/** One record; the largest known has some megabytes. */
const mostBytes = 32 * 1024 * 1024;

/**
 * The elements of a list below a key of the outermost object, each cut out as it stands: a file of hundreds of megabytes is
 * never held whole. Only the elements are judged, by whoever reads them: what else stands in the outermost object is not.
 * @throws SplitFault when one element is larger than 32 MiB, the text ends within one, or there is no such list
 */
export async function* splitElements(source: AsyncIterable<Uint8Array>, key: string): AsyncGenerator<Piece> {
  const wanted = Buffer.from(`"${key}"`);
  // Where an element, or a key of the outermost object, begins in the bytes at hand; -1 outside of one.
  let [start, keyStart] = [-1, -1];
  let [depth, index] = [0, 0];
  let [inString, isEscaped, isWanted, isListed, isFound] = [false, false, false, false, false];
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of source) {
    const bytes = Buffer.concat([rest, chunk]);
    for (let at = rest.length; at < bytes.length; at++) {
      const byte = bytes[at] as number;
      if (inString) {
        if (isEscaped) isEscaped = false;
        else if (byte === backslash) isEscaped = true;
        else if (byte === quote) {
          inString = false;
          if (keyStart >= 0) isWanted = bytes.subarray(keyStart, at + 1).equals(wanted);
          keyStart = -1;
        }
        continue;
      }
      if (byte <= 32) continue;
      const isEnd = isListed && depth === 2 && (byte === comma || byte === closeBracket);
      if (isEnd && start >= 0) {
        yield { index: index++, bytes: withoutSpace(bytes.subarray(start, at)) };
        start = -1;
      } else if (isListed && depth === 2 && start < 0) start = at;
      if (byte === quote) {
        inString = true;
        if (depth === 1) keyStart = at;
      } else if (byte === openBrace || byte === openBracket) {
        isListed ||= byte === openBracket && depth === 1 && isWanted;
        isFound ||= isListed;
        depth++;
      } else if (byte === closeBrace || byte === closeBracket) {
        depth--;
        if (depth === 1) isListed = false;
      }
    }
    const from = start >= 0 ? start : keyStart >= 0 ? keyStart : bytes.length;
    rest = Buffer.from(bytes.subarray(from));
    if (start >= 0) start = 0;
    else if (keyStart >= 0) keyStart = 0;
    if (rest.length > mostBytes) throw new SplitFault('too-large', `One record has more than ${mostBytes} bytes`);
  }
  if (depth !== 0) throw new SplitFault('truncated', 'The text ends within a value');
  if (!isFound) throw new SplitFault('wrong-shape', `There is no list called ${key}`);
}

/** A copy without the white space behind it, so that the last element of a list has the bytes of any other. */
function withoutSpace(bytes: Uint8Array): Uint8Array {
  const last = bytes.findLastIndex((byte) => byte > 32);
  return Uint8Array.from(bytes.subarray(0, last + 1));
}
