import { afterAll } from 'vitest';
import { openIdProvider } from './openid-provider.ts';

export { clientSecret } from './openid-provider.ts';

/**
 * A real OpenID Provider on this machine, with the accounts that a test gives it.
 * @param redirectUri  where it may send people back to
 */
export async function anIdentityProvider(redirectUri: string) {
  const { issuer, accounts, close } = await openIdProvider(redirectUri);
  afterAll(close);

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
