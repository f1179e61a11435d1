import type { Page } from 'playwright-core';

/** What the app's router shows of itself to the browser it runs in. */
type Router = {
  state: { status: 'idle' | 'pending' };
  options: { context: { queries: { isFetching: () => number } } };
  routesById: Record<string, { id: string; fullPath: string; children?: unknown }>;
};
type App = { __TSR_ROUTER__?: Router };

/** Waits until the page has its heading, its data and its fonts: what a person would call "it is there". */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForFunction(() => {
    const router = (globalThis as App).__TSR_ROUTER__;
    if (router?.state.status !== 'idle' || router.options.context.queries.isFetching() > 0) return false;
    return document.fonts.status === 'loaded' && !document.querySelector('[aria-busy="true"]');
  });
}

/** Every address that the app knows, with its parameters as `$name`; and whether it is for people who are signed in. */
export async function routesOf(page: Page): Promise<{ path: string; inside: boolean }[]> {
  const routes = await page.evaluate(() =>
    Object.values((globalThis as App).__TSR_ROUTER__?.routesById ?? {})
      .filter((route) => !route.children)
      .map(({ id, fullPath }) => ({ id, path: fullPath })),
  );
  return routes
    .filter(({ id }) => id.includes('/', 1))
    .map(({ id, path }) => ({ path, inside: id.startsWith('/inside') }));
}
