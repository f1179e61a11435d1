import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { fetchOutside, type OutsideRules } from './fetch-outside.ts';

const inside: OutsideRules = { reach: 'own-network', maxBytes: 1_000, timeoutMs: 500 };
const open: OutsideRules = { ...inside, reach: 'public' };

const seen: { url: string; authorization: string | undefined; body: string }[] = [];
const server = http.createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  seen.push({ url: request.url ?? '', authorization: request.headers.authorization, body });
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://x');
  if (pathname === '/to') response.writeHead(302, { location: searchParams.get('url') ?? '' }).end();
  else if (pathname === '/large') response.end('x'.repeat(1_001));
  else if (pathname === '/slow') response.write('x');
  else if (pathname === '/loop') response.writeHead(302, { location: '/loop' }).end();
  else response.setHeader('x-told', 'yes').end(`hello ${body}`);
});
await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
const { port } = server.address() as AddressInfo;
const at = (path: string, host = '127.0.0.1') => `http://${host}:${port}${path}`;
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test('an answer arrives with status, headers and body', async () => {
  const response = await fetchOutside(at('/'), { method: 'POST', body: 'there' }, inside);

  expect([response.status, response.headers.get('x-told'), await response.text()]).toEqual([200, 'yes', 'hello there']);
});

test.each([
  ['http://example.com/', 'not-https'],
  ['https://127.0.0.1/', 'address-refused'],
  ['https://[::1]/', 'address-refused'],
  ['https://0x7f.1/', 'address-refused'],
  ['https://2130706433/', 'address-refused'],
  ['https://localhost/', 'address-refused'],
  ['https://[::ffff:10.0.0.1]/', 'address-refused'],
  ['https://user:secret@example.com/', 'address-refused'],
  ['file:///etc/passwd', 'not-https'],
])('%s is refused to the internet’s fetch: %s', async (url, code) => {
  await expect(fetchOutside(url, {}, open)).rejects.toMatchObject({ code });
});

test.each([
  ['http://169.254.169.254/latest/meta-data', 'address-refused'],
  ['http://10.0.0.1/', 'not-https'],
  ['https://169.254.169.254/', 'address-refused'],
])('%s is refused even in the own network: %s', async (url, code) => {
  await expect(fetchOutside(url, {}, inside)).rejects.toMatchObject({ code });
});

test.each([
  ['http://93.184.215.14/', 'not-https'],
  ['http://169.254.169.254/', 'address-refused'],
  ['http://[2606:2800:21f::1]/', 'not-https'],
])('%s is refused even where http may go through the own network: %s', async (url, code) => {
  await expect(fetchOutside(url, {}, { ...inside, plainHttp: 'own-network' })).rejects.toMatchObject({ code });
});

test('http to a private address is only stopped by its caller where it may go there', async () => {
  const rules: OutsideRules = { ...inside, plainHttp: 'own-network' };

  const attempt = fetchOutside('http://10.0.0.1/', { signal: AbortSignal.abort() }, rules);

  await expect(attempt).rejects.toMatchObject({ code: 'unreachable' });
});

test('a redirect is followed, and its target checked again', async () => {
  const good = await fetchOutside(at(`/to?url=${encodeURIComponent(at('/end'))}`), {}, inside);
  const bad = fetchOutside(at(`/to?url=${encodeURIComponent('http://169.254.169.254/')}`), {}, inside);

  expect(await good.text()).toContain('hello');
  await expect(bad).rejects.toMatchObject({ code: 'address-refused' });
});

test('a redirect is handed back when asked for', async () => {
  const response = await fetchOutside(at('/to?url=/x'), { redirect: 'manual' }, inside);

  expect([response.status, response.headers.get('location')]).toEqual([302, '/x']);
});

test('credentials do not follow to another place', async () => {
  const headers = { authorization: 'Bearer secret' };
  await fetchOutside(at('/to?url=/same'), { headers }, inside);
  await fetchOutside(at(`/to?url=${encodeURIComponent(at('/other', 'localhost'))}`), { headers }, inside);

  expect(seen.find(({ url }) => url === '/same')?.authorization).toBe('Bearer secret');
  expect(seen.find(({ url }) => url === '/other')?.authorization).toBeUndefined();
});

test('going in circles ends', async () => {
  await expect(fetchOutside(at('/loop'), {}, inside)).rejects.toMatchObject({ code: 'too-many-redirects' });
});

test('too much and too slow end while reading', async () => {
  const large = await fetchOutside(at('/large'), {}, inside);
  await expect(large.text()).rejects.toMatchObject({ code: 'too-large' });

  const slow = await fetchOutside(at('/slow'), {}, inside);
  await expect(slow.text()).rejects.toMatchObject({ code: 'too-slow' });
});

test('nobody there is told as such', async () => {
  await expect(fetchOutside('http://127.0.0.1:1/', {}, inside)).rejects.toMatchObject({ code: 'unreachable' });
});
