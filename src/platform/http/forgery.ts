import type { MiddlewareHandler } from 'hono';
import { Refusal } from '../errors.ts';

const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a changing request that a browser sends from another site.
 * Browsers say so in Sec-Fetch-Site, older ones in Origin; programs send neither, and carry no cookie.
 * @source OWASP CSRF Prevention Cheat Sheet, Fetch Metadata headers
 */
export function refuseForgery(baseUrl: string): MiddlewareHandler {
  const own = new URL(baseUrl).origin;
  return async (c, next) => {
    if (harmless.has(c.req.method)) return next();
    const site = c.req.header('sec-fetch-site');
    const origin = c.req.header('origin');
    const sameHost = origin !== undefined && URL.canParse(origin) && new URL(origin).host === c.req.header('host');
    const fine =
      site === undefined
        ? origin === undefined || origin === own || sameHost
        : site === 'same-origin' || site === 'none';
    if (!fine) throw new Refusal('not-allowed', 'This request came from another site.', { reason: 'cross-site' });
    await next();
  };
}
