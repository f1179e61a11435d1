import { OpenKeys } from './open-keys.ts';
import type { JsonLimits } from './route.ts';

const [quote, backslash, colon, comma] = [34, 92, 58, 44] as const;
const [openBrace, closeBrace, openBracket, closeBracket] = [123, 125, 91, 93] as const;

/**
 * Whether the strict reader has to judge a text before JSON.parse reads it: it is too large, too deep, has too many values or
 * a key twice in one object, however that is written. Takes about as long as JSON.parse itself. What is no JSON gets any
 * answer, since JSON.parse refuses it.
 */
export function isSuspectJson(bytes: Uint8Array, limits: JsonLimits): boolean {
  const { length } = bytes;
  if (length > limits.bytes) return true;
  const keys = new OpenKeys(bytes);
  // For each open container how many keys there were before it, or -1 for an array.
  const opened = [-1];
  let [depth, first, values, at] = [0, -1, 1, 0];
  while (at < length) {
    const byte = bytes[at++] as number;
    if (byte <= 32) continue;
    if (byte === quote) {
      const start = at;
      let hash = 0;
      let hasEscape = false;
      for (let next = bytes[at] as number; next !== quote && at < length; next = bytes[++at] as number) {
        if (next === backslash) {
          hasEscape = true;
          at++;
        }
        hash = (Math.imul(hash, 31) + next) | 0;
      }
      const end = at++;
      if (first < 0) continue;
      while ((bytes[at] as number) <= 32) at++;
      if (bytes[at] !== colon) continue;
      keys.add(start, end, hash);
      if (keys.isRepeated(first, hasEscape)) return true;
    } else if (byte === colon || byte === comma) values++;
    else if (byte === openBrace || byte === openBracket) {
      if (++depth > limits.depth) return true;
      first = byte === openBrace ? keys.count : -1;
      opened[depth] = first;
      values++;
    } else if (byte === closeBrace || byte === closeBracket) {
      if (first >= 0) keys.forget(first);
      depth = Math.max(0, depth - 1);
      first = opened[depth] as number;
    }
    if (values > limits.values) return true;
  }
  return false;
}
