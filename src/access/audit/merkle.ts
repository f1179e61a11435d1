import { hash } from 'node:crypto';

const leafPrefix = Buffer.from([0]);
const nodePrefix = Buffer.from([1]);

/** SHA-256, the only hash of the trail; 32 bytes. */
export const sha256 = (...parts: Uint8Array[]): Buffer => hash('sha256', Buffer.concat(parts), 'buffer');

/** SHA-256 of a text in UTF-8, as 64 hexadecimal digits. */
export const sha256Hex = (text: string): string => hash('sha256', text, 'hex');

/** The hash of one leaf; the prefix keeps a leaf from passing for an inner node. */
export const leafHash = (content: string): Buffer => sha256(leafPrefix, Buffer.from(content));

/**
 * The root over leaves that are hashed already, in their order.
 * @source RFC 6962, 2.1 (Merkle Hash Tree)
 */
export function merkleRoot(leaves: readonly Uint8Array[]): Buffer {
  const [only] = leaves;
  if (only === undefined) return sha256();
  if (leaves.length === 1) return Buffer.from(only);
  const split = largestPowerOfTwoBelow(leaves.length);
  return sha256(nodePrefix, merkleRoot(leaves.slice(0, split)), merkleRoot(leaves.slice(split)));
}

const largestPowerOfTwoBelow = (count: number) => 2 ** Math.floor(Math.log2(count - 1));
