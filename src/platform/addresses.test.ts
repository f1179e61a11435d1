import { expect, test } from 'vitest';
import { callerOf, urlOfListener, warningsOf } from './addresses.ts';
import { readConfig } from './config.ts';

test.each([
  ['127.0.0.1', 'http://127.0.0.1:8420'],
  ['0.0.0.0', 'http://localhost:8420'],
  ['::', 'http://localhost:8420'],
  ['::1', 'http://[::1]:8420'],
  ['mamori.internal', 'http://mamori.internal:8420'],
])('what listens on %s is reached at %s', (host, url) => {
  expect(urlOfListener(host, 8420)).toBe(url);
});

test.each([
  ['127.0.0.1', null, 0],
  ['::1', null, 0],
  ['localhost', null, 0],
  ['0.0.0.0', null, 1],
  ['192.0.2.7', null, 1],
  ['0.0.0.0', 'https://mamori.example.jp', 0],
])('listening on %s as %s: %i warnings', (host, baseUrl, count) => {
  const warnings = warningsOf({ host, port: 8420, baseUrl });

  expect(warnings).toHaveLength(count);
  for (const warning of warnings) expect(warning).toMatch(/MAMORI_BASE_URL.*Secure/);
});

test.each([
  ['203.0.113.5', 0, '192.0.2.1'],
  ['203.0.113.5', 1, '203.0.113.5'],
  ['198.51.100.9, 203.0.113.5', 1, '203.0.113.5'],
  ['2001:db8::1', 1, '2001:db8::1'],
  ['unknown', 1, '192.0.2.1'],
  ['<script>', 1, '192.0.2.1'],
  ['203.0.113.5', 2, '192.0.2.1'],
  ['', 1, '192.0.2.1'],
])('forwarded by "%s", %i proxies believed: %s', (forwarded, proxies, address) => {
  expect(callerOf(forwarded, proxies, '192.0.2.1')).toBe(address);
});

test('the address is read once, however it is written', () => {
  const read = (url: string) => readConfig({ MAMORI_BASE_URL: url }).baseUrl;

  expect(read('HTTPS://Mamori.Example.JP:443/')).toBe('https://mamori.example.jp');
  expect(read('http://localhost:8420')).toBe('http://localhost:8420');
  for (const wrong of ['ftp://mamori.example.jp', 'https://mamori.example.jp/psirt', 'https://mamori.example.jp/?a=1'])
    expect(() => read(wrong)).toThrow(/MAMORI_BASE_URL/);
});
