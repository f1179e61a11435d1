import { isIP } from 'node:net';

/** Where passkeys of this house belong: the name in them, and the addresses of the pages that may ask for them. */
export type RelyingParty = { id: string; origins: string[] };

/** Why passkeys cannot work at an address: it is a number, or it is not encrypted. */
export type PasskeyObstacle = 'address-is-a-number' | 'not-encrypted';

/**
 * A passkey belongs to a name, never to a number; browsers offer it over https, and over http only on localhost.
 * A house on this machine's own number (127.0.0.1) is the same house under the name localhost.
 * @source WebAuthn Level 3, 5.1.2 (effective domain), Secure Contexts
 */
export function relyingPartyOf(baseUrl: string): RelyingParty | { obstacle: PasskeyObstacle } {
  const { protocol, hostname, origin, port } = new URL(baseUrl);
  const host = hostname.replace(/^\[|\]$/g, '');
  if (host === 'localhost' || host === '::1' || /^127\./.test(host))
    return { id: 'localhost', origins: [`${protocol}//localhost${port ? `:${port}` : ''}`] };
  if (isIP(host)) return { obstacle: 'address-is-a-number' };
  if (protocol !== 'https:') return { obstacle: 'not-encrypted' };
  return { id: host, origins: [origin] };
}
