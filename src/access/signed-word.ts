import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/**
 * A word that we recognise as ours later without having kept it (HMAC-SHA-256, a key per purpose by HKDF).
 * @param purpose  what it is good for, e.g. "access.device"; a word for one purpose is nothing for another
 * @param text  kept readable in the word: nothing secret
 * @param about  not in the word but needed to recognise it, e.g. whose it is
 */
export function signWord(secret: Uint8Array, purpose: `${string}.${string}`, text: string, about = ''): string {
  return `${text}.${markOf(secret, purpose, text, about)}`;
}

/** The text of a word that signWord made for this purpose and about this; null for any other. */
export function readSignedWord(
  secret: Uint8Array,
  purpose: `${string}.${string}`,
  word: string,
  about = '',
): string | null {
  const end = word.lastIndexOf('.');
  if (end < 0) return null;
  const text = word.slice(0, end);
  const expected = Buffer.from(markOf(secret, purpose, text, about));
  const shown = Buffer.from(word.slice(end + 1));
  return expected.length === shown.length && timingSafeEqual(expected, shown) ? text : null;
}

function markOf(secret: Uint8Array, purpose: string, text: string, about: string): string {
  const key = Buffer.from(hkdfSync('sha256', secret, '', `mamori ${purpose} sign`, 32));
  return createHmac('sha256', key)
    .update(JSON.stringify([text, about]))
    .digest('base64url');
}
