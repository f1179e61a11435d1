import { randomBytes, randomInt } from 'node:crypto';

const tailBits = 74n;
let last = { ms: 0, tail: 0n };

/**
 * A new UUID version 7: random, but sorted by the millisecond of its birth, so that indexes grow at one end, and within
 * this process by the order in which they were made, so that what is made at once stays in its order.
 * The steps between two of one millisecond are random: a gap does not tell that something lies in it.
 * @source RFC 9562, 5.7 and 6.2 (method 2)
 */
export function newId(): string {
  const ms = Date.now();
  const tail = ms > last.ms ? randomOf(tailBits) >> 1n : last.tail + 1n + randomOf(40n);
  // A clock that went back, and a millisecond that is full, both go on from the last id.
  last =
    tail >> tailBits === 0n ? { ms: Math.max(ms, last.ms), tail } : { ms: last.ms + 1, tail: randomOf(tailBits) >> 1n };
  const high = last.tail >> 62n;
  const low = last.tail & ((1n << 62n) - 1n);
  const hex =
    last.ms.toString(16).padStart(12, '0') +
    (0x7000n | high).toString(16) +
    ((0b10n << 62n) | low).toString(16).padStart(16, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** A random number of so many bits. */
function randomOf(bits: bigint): bigint {
  const bytes = randomBytes(Math.ceil(Number(bits) / 8));
  return BigInt.asUintN(Number(bits), BigInt(`0x${bytes.toString('hex')}`));
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
