import { isIP } from 'node:net';
import { isLoopback } from './outside-addresses.ts';

const everywhere = new Set(['0.0.0.0', '::', '']);

/** Where people of this machine reach a server that listens there, when nobody has said what it is called. */
export function urlOfListener(host: string, port: number): string {
  const name = everywhere.has(host) ? 'localhost' : isIP(host) === 6 ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

/** Whether only this machine reaches a server that listens there. */
export const isThisMachine = (host: string): boolean => host === 'localhost' || (isIP(host) !== 0 && isLoopback(host));

/** What an operator should know of a server that others can reach; English, one sentence each. */
export function warningsOf({ host, port, baseUrl }: { host: string; port: number; baseUrl: string | null }): string[] {
  if (isThisMachine(host) || baseUrl !== null) return [];
  return [
    `Listening on ${host || 'every address'} without MAMORI_BASE_URL: links in mails and invitations will begin with ` +
      `${urlOfListener(host, port)}, cookies are not Secure even behind TLS, and what is sent can be read on the way. ` +
      'Set MAMORI_BASE_URL=https://… to the address that people use.',
  ];
}

/**
 * Who called: the hop that the outermost believed proxy wrote, or the socket when that is no address.
 * @param forwarded  the header X-Forwarded-For
 * @param trustedProxies  how many proxies stand in front; 0: believe the socket only
 */
export function callerOf(forwarded: string, trustedProxies: number, socket: string | null): string | null {
  if (trustedProxies === 0) return socket;
  const hops = forwarded.split(',').map((hop) => hop.trim());
  const hop = hops.filter(Boolean).at(-trustedProxies);
  return hop !== undefined && isIP(hop) !== 0 ? hop : socket;
}
