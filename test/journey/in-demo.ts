import { setTimeout as sleep } from 'node:timers/promises';
import { matching } from '#matching/contract';
import { clientOf } from '#platform/browser/client';
import type { Started } from './started.ts';

type Place = { url: string; cookie: string };

/**
 * Signs in as the first of a demonstration's people who has this role, with what it has printed.
 * @returns what their browser sends as its cookie
 */
export async function signInAs({ url, said }: Pick<Started, 'url' | 'said'>, role: string): Promise<string> {
  const email = said.map((line) => /(\S+@\S+)\s+(\S+)/.exec(line)).find((found) => found?.[2] === role)?.[1];
  const password = /password: (.*)/.exec(said.join('\n'))?.[1];
  return cookieOf(await post(`${url}/api/sign-in/password`, { email, password }));
}

/** Makes the administrator of a house that has just begun, by the link that it printed. */
export async function cookieOfAdministrator({ url, said }: Pick<Started, 'url' | 'said'>): Promise<string> {
  const token = /first-run#token=(\S+)/.exec(said.join('\n'))?.[1];
  const factor = { kind: 'password', password: '春はあけぼのやうやう白くなりゆく' };
  const person = { name: '石井 徹', email: 'ishii@mihari.example.jp', locale: 'ja' };
  return cookieOf(await post(`${url}/api/first-run`, { token, ...person, factor }));
}

async function post(address: string, body: object): Promise<Response> {
  const headers = { 'content-type': 'application/json', origin: new URL(address).origin };
  const response = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${address} answers ${response.status}: ${await response.text()}`);
  return response;
}

const cookieOf = (response: Response): string => response.headers.getSetCookie()[0]?.split(';')[0] ?? '';

const STEADY = 3;

/** Waits until what follows from loading the demonstration has followed: its numbers stay what they are. */
export async function untilMatched({ url, cookie }: Place): Promise<void> {
  const calls = clientOf(matching, {
    url: `${url}/api`,
    fetch: (request: Request) => {
      request.headers.set('cookie', cookie);
      return fetch(request);
    },
  });
  let before = '';
  for (let same = 0; same < STEADY; ) {
    await sleep(2_000);
    const { at: _, ...numbers } = await calls.getToday({});
    const now = JSON.stringify(numbers);
    same = now === before && numbers.vulnerabilities > 0 ? same + 1 : 0;
    before = now;
  }
}
