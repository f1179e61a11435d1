import { BlockList, isIPv4 } from 'node:net';

/** 'public': the internet only. 'own-network': also the house's own network and this machine. */
export type Reach = 'public' | 'own-network';

const list = (...ranges: string[]): BlockList => {
  const blocks = new BlockList();
  for (const range of ranges) {
    const [address = '', prefix = ''] = range.split('/');
    blocks.addSubnet(address, Number(prefix), isIPv4(address) ? 'ipv4' : 'ipv6');
  }
  return blocks;
};

const loopback = list('127.0.0.0/8', '::1/128');
const own = list('10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', 'fc00::/7');
// Beside the own networks: this network, link local (where clouds keep their keys), protocols, examples, tests, groups.
const special = list(
  ...['0.0.0.0/8', '169.254.0.0/16', '192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '198.18.0.0/15'],
  ...['198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
);
const globalUnicast = list('2000::/3');
// Within it: Teredo, benchmarks, ORCHID, examples, 6to4, documentation.
const specialWithin = list('2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20');
const mapped = list('::ffff:0:0/96');
const translated = list('64:ff9b::/96');

/**
 * Whether we may speak to an address.
 * @source IANA IPv4 and IPv6 Special-Purpose Address Registries
 */
export function mayReach(address: string, reach: Reach): boolean {
  if (isIPv4(address)) return mayReachIPv4(address, reach);
  if (mapped.check(address, 'ipv6') || translated.check(address, 'ipv6')) return mayReachIPv4(lastFour(address), reach);
  if (loopback.check(address, 'ipv6') || own.check(address, 'ipv6')) return reach === 'own-network';
  return globalUnicast.check(address, 'ipv6') && !specialWithin.check(address, 'ipv6');
}

/** Whether an address is this very machine. */
export function isLoopback(address: string): boolean {
  if (isIPv4(address)) return loopback.check(address, 'ipv4');
  return loopback.check(address, 'ipv6') || (mapped.check(address, 'ipv6') && isLoopback(lastFour(address)));
}

function mayReachIPv4(address: string, reach: Reach): boolean {
  if (special.check(address, 'ipv4')) return false;
  if (loopback.check(address, 'ipv4') || own.check(address, 'ipv4')) return reach === 'own-network';
  return true;
}

/** The IPv4 address in the last 32 bits, whichever way it is written. */
function lastFour(address: string): string {
  const dotted = /(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1];
  if (dotted) return dotted;
  const [high = '0', low = '0'] = address.split(':').slice(-2);
  const bits = ((Number.parseInt(high || '0', 16) << 16) | Number.parseInt(low || '0', 16)) >>> 0;
  return [24, 16, 8, 0].map((shift) => (bits >>> shift) & 255).join('.');
}
