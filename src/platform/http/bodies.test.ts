import { request } from 'node:http';
import { expect, test } from 'vitest';
import { aHouse } from '../../../test/house.ts';

const house = await aHouse();
const KIB = 1024;
const { cookie } = await house.aSignedIn();

/**
 * A connection for each: one whose body is refused is closed while the body still comes.
 * @param chunked  without saying how long it is
 */
function post(path: string, { kib, type = 'application/json', by = '', chunked = false }: Sent): Promise<number> {
  const head = type.startsWith('multipart')
    ? '--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n'
    : '{"a":"';
  const body = Buffer.from(head + 'x'.repeat(kib * KIB));
  const length = chunked ? { 'transfer-encoding': 'chunked' } : { 'content-length': String(body.length) };
  const headers = { 'content-type': type, ...length, ...(by ? { cookie: by } : {}) };
  return new Promise((resolve, reject) => {
    const sent = request(`${house.url}/api${path}`, { method: 'POST', headers, agent: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
type Sent = { kib: number; type?: string; by?: string; chunked?: boolean };
const form = 'multipart/form-data; boundary=x';

test.each([false, true])('a stranger cannot make the house read much (chunked: %s)', async (chunked) => {
  expect(await post('/sign-in/password', { kib: 60, chunked })).toBe(400);
  expect(await post('/sign-in/password', { kib: 70, chunked })).toBe(413);
  expect(await post('/products/imports', { kib: 70, chunked, type: form })).toBe(413);
});

test('who is signed in sends what people type, and large files', async () => {
  expect(await post('/divisions', { kib: 1000, by: cookie })).toBe(400);
  expect(await post('/divisions', { kib: 1100, by: cookie })).toBe(413);
  expect(await post('/products/imports', { kib: 2000, by: cookie, type: form })).not.toBe(413);
});

test('a cookie that nobody has is a stranger', async () => {
  expect(await post('/divisions', { kib: 70, by: 'mamori_session=nobody' })).toBe(413);
});

test.each([
  ['broken JSON', 'application/json', '{"email":'],
  ['a form without its parts', 'multipart/form-data; boundary=x', 'nothing'],
  ['a zero byte', 'application/json', '{"email":"a\\u0000","password":"x"}'],
])('%s is the caller’s mistake, not a bug', async (_what, type, body) => {
  const answer = await fetch(`${house.url}/api/sign-in/password`, {
    method: 'POST',
    headers: { 'content-type': type },
    body,
  });

  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ code: 'invalid' });
});

test('a file is kept, not shown', async () => {
  const answer = await fetch(`${house.url}/api/people/export?format=csv`, { headers: { cookie } });

  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename=/);
});
