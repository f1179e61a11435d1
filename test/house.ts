import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { hashToken, type Role } from '#access';
import { clientOf } from '#platform/browser/client';
import { openWebFiles } from '#platform/http/web-files';
import { newId, newToken } from '#platform/ids';
import { openLog } from '#platform/log';
import { type ServerOptions, startServer } from '../src/main.ts';
import { cloneDatabase, noon } from './database.ts';

/**
 * The whole server on a fresh database, on a free port of this machine; jobs run when `drain()` is called.
 * @param options.web  the folder of the built pages, when a browser is to see them
 */
export async function aHouse(options: { web?: string } & Omit<Partial<ServerOptions>, 'web'> = {}) {
  const { web, ...rest } = options;
  const stateFolder = mkdtempSync(path.join(tmpdir(), 'mamori-house-'));
  afterAll(() => rmSync(stateFolder, { recursive: true, force: true }));
  const now = options.now ?? (() => noon);
  const server = await startServer({
    ownerUrl: await cloneDatabase(),
    host: '127.0.0.1',
    port: 0,
    web: web ? openWebFiles(web) : null,
    house: {
      baseUrl: null,
      version: 'test',
      log: openLog('silent'),
      secret: new Uint8Array(32).fill(7),
      stateFolder,
    },
    trustedProxies: 0,
    maxBodyBytes: 64 * 1024 * 1024,
    jobs: 'drain',
    ...rest,
    now,
  } as ServerOptions);
  const url = `http://127.0.0.1:${server.port}`;
  const { db } = server.systemTools('test');
  afterAll(() => server.stop());

  /** A person with roles and a living session; `cookie` is what their browser would send. */
  async function aSignedIn(
    roles: Role[] = ['administrator'],
    { name = '佐藤 美咲', divisionId = null as string | null } = {},
  ) {
    const person = { id: newId(), name, email: `${newId()}@example.jp`, locale: 'ja' };
    const token = newToken();
    const at = now();
    await db
      .insertInto('person')
      .values({ ...person, created_at: at })
      .execute();
    if (roles.length > 0)
      await db
        .insertInto('role_grant')
        .values(
          roles.map((role) => ({ id: newId(), person_id: person.id, role, division_id: divisionId, granted_at: at })),
        )
        .execute();
    await db
      .insertInto('session')
      .values({
        id: newId(),
        token_hash: hashToken(token),
        person_id: person.id,
        method: 'password',
        created_at: at,
        seen_at: at,
        proved_at: at,
        expires_at: at.add({ hours: 12 }),
      })
      .execute();
    const cookie = `mamori_session=${token}`;
    return { person, token, cookie, fetch: fetchWith(cookie) };
  }

  /** fetch on this server with this cookie, or as an outsider. */
  function fetchWith(cookie?: string) {
    return (path: string, init: RequestInit = {}) => {
      const headers = new Headers(init.headers);
      if (cookie) headers.set('cookie', cookie);
      return fetch(url + path, { ...init, headers, redirect: 'manual' });
    };
  }

  /** Typed calls as a signed-in person (by cookie), or as an outsider. */
  function callsOf<C extends Parameters<typeof clientOf>[0]>(part: C, cookie?: string) {
    return clientOf(part, {
      url: `${url}/api`,
      fetch: (request) => {
        if (cookie) request.headers.set('cookie', cookie);
        return fetch(request);
      },
    });
  }

  return { ...server, url, db, aSignedIn, fetchWith, callsOf };
}
