/** One element of the list, as its own bytes, with its place. */
export type Piece = { index: number; bytes: Uint8Array };

const [quote, backslash, openBrace, closeBrace, openBracket, closeBracket] = [34, 92, 123, 125, 91, 93] as const;
/** One record; the largest known has some megabytes. */
const mostBytes = 32 * 1024 * 1024;

/**
 * The objects of a list below a key of the outermost object, each cut out as it stands: a file of hundreds of megabytes is
 * never held whole. Only the elements are judged, by whoever reads them: what else stands in the outermost object is not.
 * @throws RangeError when one object is larger than 32 MiB, SyntaxError when the text ends within one
 */
export async function* splitElements(source: AsyncIterable<Uint8Array>, key: string): AsyncGenerator<Piece> {
  const wanted = new TextEncoder().encode(`"${key}"`);
  let [depth, inString, escaped, isListed, index, start] = [0, false, false, false, 0, -1];
  let rest: Uint8Array = new Uint8Array(0);
  let keyStart = -1;
  let lastKey = false;
  for await (const chunk of source) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    for (let at = rest.length; at < bytes.length; at++) {
      const byte = bytes[at] as number;
      if (inString) {
        if (escaped) escaped = false;
        else if (byte === backslash) escaped = true;
        else if (byte === quote) {
          inString = false;
          if (depth === 1 && keyStart >= 0) lastKey = sameBytes(bytes.subarray(keyStart, at + 1), wanted);
        }
        continue;
      }
      if (byte === quote) {
        inString = true;
        keyStart = depth === 1 ? at : -1;
      } else if (byte === openBrace || byte === openBracket) {
        if (byte === openBracket && depth === 1 && lastKey) isListed = true;
        if (byte === openBrace && depth === 2 && isListed) start = at;
        depth++;
      } else if (byte === closeBrace || byte === closeBracket) {
        depth--;
        if (depth === 2 && start >= 0) {
          yield { index: index++, bytes: bytes.slice(start, at + 1) };
          start = -1;
        }
        if (depth === 1) isListed = false;
      }
    }
    const from = start >= 0 ? start : keyStart >= 0 && inString ? keyStart : bytes.length;
    rest = Uint8Array.from(bytes.subarray(from));
    start = start >= 0 ? 0 : -1;
    keyStart = keyStart >= 0 && inString && start < 0 ? 0 : -1;
    if (rest.length > mostBytes) throw new RangeError(`One record has more than ${mostBytes} bytes`);
  }
  if (depth !== 0) throw new SyntaxError('The text ends within a value');
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
