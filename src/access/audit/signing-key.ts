import { createPrivateKey, createPublicKey, hkdfSync, type KeyObject, sign, verify } from 'node:crypto';

/** The key that signs seals: the private half never leaves the process. `publicKey` is the raw 32 bytes. */
export type SigningKey = { publicKey: Buffer; sign: (message: Uint8Array) => Buffer };

// The fixed heads of an Ed25519 key in PKCS #8 and in SubjectPublicKeyInfo (RFC 8410); the key's 32 bytes follow.
const privateHead = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicHead = Buffer.from('302a300506032b6570032100', 'hex');

/** The house's signing key; it follows from the house's secret, so that it is kept and restored with it. */
export function signingKeyOf(secret: Uint8Array): SigningKey {
  const seed = Buffer.from(hkdfSync('sha256', secret, '', 'mamori audit seal 1', 32));
  const key = createPrivateKey({ key: Buffer.concat([privateHead, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = rawOf(createPublicKey(key));
  return { publicKey, sign: (message) => sign(null, message, key) };
}

export function isSignedBy(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== 32) return false;
  const key = createPublicKey({ key: Buffer.concat([publicHead, publicKey]), format: 'der', type: 'spki' });
  return verify(null, message, key, signature);
}

/** The public half as every other program reads it (PEM). */
export function pemOf(publicKey: Uint8Array): string {
  const key = createPublicKey({ key: Buffer.concat([publicHead, publicKey]), format: 'der', type: 'spki' });
  return key.export({ format: 'pem', type: 'spki' }).toString();
}

const rawOf = (key: KeyObject) => key.export({ format: 'der', type: 'spki' }).subarray(publicHead.length);
