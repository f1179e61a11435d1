import { expect, test } from 'vitest';
import { loopbackHome } from './loopback-home.ts';

test.each([
  ['http://localhost:8420/a?b=c', 'http://127.0.0.1:8420', 'http://127.0.0.1:8420/a?b=c'],
  ['http://127.0.0.1:8420/a', 'http://localhost:8420', 'http://localhost:8420/a'],
  ['http://[::1]:8420/a', 'http://127.0.0.1:8420', 'http://127.0.0.1:8420/a'],
  ['http://127.0.0.1:8420/a', 'http://127.0.0.1:8420', null],
  ['http://127.0.0.1:8420/a', 'https://mamori.example', null],
  ['https://mamori.example/a', 'http://127.0.0.1:8420', null],
])('%s of the house %s: %s', (requested, baseUrl, home) => {
  expect(loopbackHome(requested, baseUrl)).toBe(home);
});
