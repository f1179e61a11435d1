import { expect, test } from 'vitest';
import { isLoopback, mayReach } from './outside-addresses.ts';

test.each([
  ['8.8.8.8', true, true],
  ['2606:4700::1111', true, true],
  ['127.0.0.1', false, true],
  ['127.9.9.9', false, true],
  ['::1', false, true],
  ['10.1.2.3', false, true],
  ['172.16.0.1', false, true],
  ['172.32.0.1', true, true],
  ['192.168.1.1', false, true],
  ['100.64.0.1', false, true],
  ['fd00::1', false, true],
  ['169.254.169.254', false, false],
  ['fe80::1', false, false],
  ['0.0.0.0', false, false],
  ['::', false, false],
  ['224.0.0.1', false, false],
  ['255.255.255.255', false, false],
  ['ff02::1', false, false],
  ['198.18.0.1', false, false],
  ['2001:db8::1', false, false],
  ['2002:7f00:1::', false, false],
  ['2001::1', false, false],
  ['::ffff:127.0.0.1', false, true],
  ['::ffff:7f00:1', false, true],
  ['::ffff:8.8.8.8', true, true],
  ['::ffff:169.254.169.254', false, false],
  ['64:ff9b::7f00:1', false, true],
  ['64:ff9b::a9fe:a9fe', false, false],
  ['::127.0.0.1', false, false],
])('%s: from the internet only %s, with the own network %s', (address, open, inside) => {
  expect(mayReach(address, 'public')).toBe(open);
  expect(mayReach(address, 'own-network')).toBe(inside);
});

test.each([
  ['127.0.0.1', true],
  ['::1', true],
  ['::ffff:127.0.0.1', true],
  ['10.0.0.1', false],
  ['8.8.8.8', false],
])('%s is this machine: %s', (address, expected) => {
  expect(isLoopback(address)).toBe(expected);
});
