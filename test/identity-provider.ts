import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { afterAll } from 'vitest';

/** What the provider tells of an account; `groups` is a claim of its own. */
export type IdpAccount = { name?: string; email?: string; email_verified?: boolean; groups?: string[] | string };

export const clientSecret = 'a secret that both sides know';

/**
 * A real OpenID Provider on this machine, with the accounts that a test gives it.
 * @param redirectUri  where it may send people back to
 */
export async function anIdentityProvider(redirectUri: string) {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const accounts = new Map<string, IdpAccount>();
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'mamori',
        client_secret: clientSecret,
        redirect_uris: [redirectUri],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    pkce: { required: () => true },
    features: { devInteractions: { enabled: true } },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'], groups: ['groups'] },
    scopes: ['openid', 'email', 'profile', 'groups'],
    cookies: { keys: ['test'] },
    ttl: { Session: 3600, Interaction: 3600, Grant: 3600, AccessToken: 3600, IdToken: 3600 },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: async () => ({ sub: id, ...accounts.get(id) }) as { sub: string },
    }),
  });
  server.on('request', provider.callback());
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  /**
   * Walks from where we send the browser, through sign-in and consent, to where the provider sends it back.
   * @returns the address of the callback with its query
   */
  async function signIn(start: string, login: string): Promise<URL> {
    const cookies = new Map<string, string>();
    let form: Record<string, string> | null = null;
    let url = new URL(start);
    for (let steps = 0; steps < 20; steps++) {
      if (url.href.startsWith(redirectUri)) return url;
      const response: Response = await fetch(url, {
        method: form ? 'POST' : 'GET',
        redirect: 'manual',
        headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
        body: form && new URLSearchParams(form),
      });
      for (const cookie of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
        cookies.set(name, value);
      }
      const location = response.headers.get('location');
      const page = await response.text();
      if (location) {
        url = new URL(location, url);
        form = null;
      } else {
        const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
        if (!prompt) throw new Error(`The provider shows no form: ${page.slice(0, 300)}`);
        url = new URL(/action="([^"]+)"/.exec(page)?.[1] ?? url.href, url);
        form = prompt === 'login' ? { prompt, login, password: 'x' } : { prompt };
      }
    }
    throw new Error('The provider does not come to an end');
  }

  return { issuer, accounts, signIn };
}
