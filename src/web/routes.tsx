import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import type { ComponentType } from 'react';
import type { Permission } from '#access/model';
import { BrokenPage, NotFoundPage } from './EndPages.tsx';
import { HomePage } from './HomePage.tsx';
import { BrokenFrame, OutsideFrame } from './OutsideFrame.tsx';
import { Shell } from './Shell.tsx';
import { parseSearch, printSearch } from './search-params.ts';
import { shellQuery } from './session.ts';
import { Waiting } from './Waiting.tsx';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** Without this permission the shell shows the page about roles instead. */
    needs?: Permission;
  }
}

const root = createRootRouteWithContext<{ queries: QueryClient }>()({ component: Outlet });

// Pages of the house, with menu and top bar. Whoever is not signed in signs in first and comes back.
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: Shell,
  errorComponent: BrokenFrame,
  beforeLoad: async ({ context, location }) => {
    const { person } = await context.queries.ensureQueryData(shellQuery);
    if (!person) throw redirect({ href: `/sign-in?next=${encodeURIComponent(location.href)}` });
  },
});

// Pages for people who are not signed in: one task, the maker's name, no menu.
const outside = createRoute({
  getParentRoute: () => root,
  id: 'outside',
  component: OutsideFrame,
  errorComponent: BrokenFrame,
});

type Load<Pages> = () => Promise<Pages>;

function lazy<Pages>(load: Load<Pages>, name: keyof Pages & string) {
  return lazyRouteComponent(load as unknown as Load<Record<string, ComponentType>>, name);
}

/** A page of the house: its address, where it is written, and the permission it needs. */
function page<Pages>(path: string, load: Load<Pages>, name: keyof Pages & string, needs?: Permission) {
  const component = lazy(load, name);
  return createRoute({ getParentRoute: () => inside, path, component, staticData: needs ? { needs } : {} });
}

/** A page for people who are not signed in. */
function outsidePage<Pages>(path: string, load: Load<Pages>, name: keyof Pages & string) {
  return createRoute({ getParentRoute: () => outside, path, component: lazy(load, name) });
}

// One line per page. Its place in the menu, if it has one, is a line in places.tsx with the same address.
const insidePages = [
  page('/', async () => ({ HomePage }), 'HomePage'),
  page('/settings', () => import('./beside.ts'), 'SettingsPage'),
  page('/first-steps', () => import('./beside.ts'), 'FirstStepsPage', 'organization:write'),
  page('/today', () => import('#matching/pages/today'), 'TodayPage', 'vulnerability:read'),
  page(
    '/vulnerabilities',
    () => import('#matching/pages/vulnerabilities'),
    'VulnerabilitiesPage',
    'vulnerability:read',
  ),
  page('/vulnerabilities/imports', () => import('#intelligence/pages'), 'ImportsPage', 'vulnerability:read'),
  page('/vulnerabilities/phrases', () => import('#intelligence/pages'), 'PhrasesPage', 'vulnerability:read'),
  page(
    '/vulnerabilities/identities',
    () => import('#matching/pages/identities'),
    'IdentitiesPage',
    'vulnerability:read',
  ),
  page('/vulnerabilities/verdicts', () => import('#matching/pages/verdicts'), 'VerdictsPage', 'verdict:read'),
  page('/vulnerabilities/own', () => import('#intelligence/pages'), 'OwnRecordPage', 'vulnerability:write'),
  page(
    '/vulnerabilities/$name',
    () => import('#matching/pages/vulnerability'),
    'VulnerabilityPage',
    'vulnerability:read',
  ),
  page('/products', () => import('./ProductsHere.tsx'), 'ProductsHere', 'product:read'),
  page('/products/import', () => import('#inventory/pages/product-import'), 'ImportPage', 'product:write'),
  page('/products/components', () => import('#inventory/pages/where'), 'WherePage', 'product:read'),
  page('/products/tags', () => import('#inventory/pages/tags'), 'TagsPage', 'product:read'),
  page('/products/sold-as', () => import('#inventory/pages/sold-as'), 'SoldAsPage', 'product:read'),
  page('/products/files', () => import('#inventory/pages/registers'), 'FilesPage', 'product:read'),
  page('/products/sboms', () => import('#inventory/pages/sbom'), 'SbomImportsPage', 'product:read'),
  page('/products/$model', () => import('#inventory/pages/one-model'), 'ModelPage', 'product:read'),
  page('/products/$model/$release', () => import('./ReleaseHere.tsx'), 'ReleaseHere', 'product:read'),
  page('/products/$model/$release/compare', () => import('#inventory/pages/compare'), 'ComparePage', 'product:read'),
  page('/guides/$guide', () => import('./beside.ts'), 'GuidePage'),
  page('/notices', () => import('#messages/pages'), 'NoticesPage'),
  page('/settings/audit', () => import('./AuditTrail.tsx'), 'AuditTrail', 'audit:read'),
  page('/api-docs', () => import('#operations/pages'), 'ApiPage'),
  page('/settings/jobs', () => import('./JobsHere.tsx'), 'JobsHere', 'job:read'),
  page('/settings/deliveries', () => import('#messages/pages'), 'DeliveriesPage', 'job:read'),
  page('/settings/maker', () => import('#organization/pages'), 'MakerPage', 'organization:write'),
  page('/settings/organization', () => import('#organization/pages'), 'OrganizationPage', 'organization:read'),
  page('/settings/organization/hand-over', () => import('#organization/pages'), 'HandOverPage', 'organization:write'),
  page(
    '/settings/organization/people/$personId',
    () => import('#organization/pages'),
    'PersonDeskPage',
    'organization:read',
  ),
  page('/settings/people', () => import('./WithDivisions.tsx'), 'People', 'person:read'),
  page('/settings/single-sign-on', () => import('./WithDivisions.tsx'), 'SingleSignOn', 'sign-in:write'),
  page('/settings/me', () => import('#access/pages'), 'MyAccountPage'),
  page('/settings/keys', () => import('#access/pages'), 'KeysPage'),
  page('/$', async () => ({ NotFoundPage }), 'NotFoundPage'),
];

const outsidePages = [
  outsidePage('/sign-in', () => import('#access/pages'), 'SignInPage'),
  outsidePage('/first-run', () => import('#access/pages'), 'FirstRunPage'),
  outsidePage('/invitation', () => import('#access/pages'), 'InvitationPage'),
];

/** The router of the app; a test gives its own history and query client. */
export function makeRouter(queries: QueryClient) {
  return createRouter({
    routeTree: root.addChildren([inside.addChildren(insidePages), outside.addChildren(outsidePages)]),
    context: { queries },
    parseSearch,
    stringifySearch: printSearch,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 200,
    defaultPendingComponent: Waiting,
    defaultErrorComponent: BrokenPage,
    defaultNotFoundComponent: NotFoundPage,
    scrollRestoration: true,
  });
}
