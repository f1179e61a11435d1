import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const nonceBytes = 12;
const tagBytes = 16;

/**
 * Encrypts a short secret that the house must be able to read again (AES-256-GCM, a key per purpose by HKDF-SHA-256).
 * @param purpose  what it is and whose, e.g. "access.totp:<person id>"; a text moved to another row cannot be read there
 * @returns nonce, tag and ciphertext in one
 */
export function encrypt(houseSecret: Uint8Array, purpose: `${string}.${string}:${string}`, text: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', keyFor(houseSecret, purpose), nonce).setAAD(Buffer.from(purpose));
  const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), hidden]);
}

/**
 * The text that encrypt() hid for the same purpose.
 * @throws Error when it was changed, moved, or made with another house's secret
 */
export function decrypt(houseSecret: Uint8Array, purpose: `${string}.${string}:${string}`, box: Uint8Array): string {
  const bytes = Buffer.from(box);
  const decipher = createDecipheriv('aes-256-gcm', keyFor(houseSecret, purpose), bytes.subarray(0, nonceBytes))
    .setAAD(Buffer.from(purpose))
    .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  const text = decipher.update(bytes.subarray(nonceBytes + tagBytes), undefined, 'utf8');
  return text + decipher.final('utf8');
}

const keyFor = (houseSecret: Uint8Array, purpose: string) =>
  Buffer.from(hkdfSync('sha256', houseSecret, '', `mamori ${purpose.split(':', 1)[0]}`, 32));
