import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/browser';

type CborValue = number | string | Buffer | Map<CborValue, CborValue>;

const flags = { userPresent: 0x01, userVerified: 0x04, attested: 0x40 };

/**
 * A device with one passkey (P-256, user verification, a counter), as a browser at this address would show it.
 * @source WebAuthn Level 3, 6.1 (authenticator data), 6.5.4 (attestation object), 5.8.1 (client data)
 */
export function anAuthenticator(origin: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const credentialId = randomBytes(16);
  const id = credentialId.toString('base64url');
  let counter = 0;

  const clientData = (type: string, challenge: string, at = origin) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: at, crossOrigin: false }));

  function authenticatorData(rpId: string, flag: number, rest = Buffer.alloc(0)): Buffer {
    const head = Buffer.alloc(5);
    head[0] = flag;
    head.writeUInt32BE(++counter, 1);
    return Buffer.concat([createHash('sha256').update(rpId).digest(), head, rest]);
  }

  return {
    id,
    /** A copied device counts on from where the original was. */
    rewind: () => {
      counter -= 2;
    },

    register(options: PublicKeyCredentialCreationOptionsJSON): RegistrationResponseJSON {
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
      const cose = cbor(
        new Map<CborValue, CborValue>([
          [1, 2],
          [3, -7],
          [-1, 1],
          [-2, Buffer.from(x, 'base64url')],
          [-3, Buffer.from(y, 'base64url')],
        ]),
      );
      const length = Buffer.alloc(2);
      length.writeUInt16BE(credentialId.length);
      const attested = Buffer.concat([Buffer.alloc(16), length, credentialId, cose]);
      const all = flags.userPresent | flags.userVerified | flags.attested;
      const authData = authenticatorData(options.rp.id ?? '', all, attested);
      const attestation = cbor(
        new Map<CborValue, CborValue>([
          ['fmt', 'none'],
          ['attStmt', new Map()],
          ['authData', authData],
        ]),
      );
      return {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: clientData('webauthn.create', options.challenge).toString('base64url'),
          attestationObject: attestation.toString('base64url'),
          transports: ['internal'],
        },
      };
    },

    /** @param how.at  another address that the browser says it is at; `verified`: whether the device checked the person */
    answer(
      options: PublicKeyCredentialRequestOptionsJSON,
      how: { at?: string; verified?: boolean } = {},
    ): AuthenticationResponseJSON {
      const { at = origin, verified = true } = how;
      const authData = authenticatorData(options.rpId ?? '', flags.userPresent | (verified ? flags.userVerified : 0));
      const data = clientData('webauthn.get', options.challenge, at);
      const signed = Buffer.concat([authData, createHash('sha256').update(data).digest()]);
      return {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: data.toString('base64url'),
          authenticatorData: authData.toString('base64url'),
          signature: createSign('sha256').update(signed).sign(privateKey).toString('base64url'),
        },
      };
    },
  };
}

/** As much of CBOR as an authenticator writes. @source RFC 8949, 3.1 */
function cbor(value: CborValue): Buffer {
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, item]) => [cbor(key), cbor(item)])]);
}

function head(major: number, length: number): Buffer {
  if (length < 24) return Buffer.from([(major << 5) | length]);
  if (length < 256) return Buffer.from([(major << 5) | 24, length]);
  return Buffer.from([(major << 5) | 25, length >> 8, length & 0xff]);
}
