import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { permissions } from '#access/model';
import { openPages, places } from './places.tsx';
import { makeRouter } from './routes.tsx';
import { subpages } from './subpages.ts';

type Route = { id: string; fullPath: string; options: { staticData?: { needs?: string } } };
const { routesById, routesByPath } = makeRouter(new QueryClient()) as unknown as Record<
  'routesById' | 'routesByPath',
  Record<string, Route>
>;

// The first page leads on to the first place, and an address that nobody has is no page.
const pages = Object.values(routesById)
  .filter(({ id, fullPath }) => id.startsWith('/inside/') && !fullPath.includes('$'))
  .filter(({ fullPath }) => fullPath !== '/');

const reachable = (held: string[]) =>
  openPages([...places, ...subpages], routesByPath, held).map(({ to }) => to.replace(/\?.*/, ''));

test('every page without parameters is in the palette of those who may open it', () => {
  const lost = pages.filter(({ fullPath, options }) => {
    const needs = options.staticData?.needs;
    return !reachable(needs ? [needs] : []).includes(fullPath);
  });

  expect(pages.length).toBeGreaterThan(20);
  expect(lost.map(({ fullPath }) => fullPath)).toEqual([]);
});

test('nobody is offered a page that would turn them away', () => {
  for (const permission of permissions) {
    const others = permissions.filter((one) => one !== permission);
    const closed = pages.filter(({ options }) => options.staticData?.needs === permission);

    expect(reachable(others).filter((to) => closed.some(({ fullPath }) => fullPath === to))).toEqual([]);
  }
});
