import { randomBytes, randomInt } from 'node:crypto';

/**
 * A new UUID version 7: random, but sorted by the millisecond of its birth, so that indexes grow at one end.
 * @source RFC 9562, 5.7
 */
export function newId(): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

// No 0 O 1 I L: people read these numbers over the telephone.
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** A number that people read, random so that it tells nothing of how many there are, e.g. "M-7F3K9". */
export function newNumber(prefix: string, length = 5): string {
  let number = '';
  for (let i = 0; i < length; i++) number += alphabet[randomInt(alphabet.length)];
  return `${prefix}-${number}`;
}

/** An unguessable token of 256 bits, for links, sessions and keys; 43 characters of base64url. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}
