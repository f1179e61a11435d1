import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { KeysProvider } from '#kit/Keys';
import { Theme } from '#kit/Theme';
import { ToastProvider } from '#kit/Toast';
import type { Maker } from '#organization/model';
import { LanguageProvider } from '#platform/browser/language';
import { PersonProvider } from '#platform/browser/person';
import { BrokenPage, NotFoundPage } from '../../src/web/EndPages.tsx';
import { makerQuery } from '../../src/web/maker.ts';
import { SettingsPage } from '../../src/web/SettingsPage.tsx';
import { Shell } from '../../src/web/Shell.tsx';
import { parseSearch, printSearch } from '../../src/web/search-params.ts';
import { shellQuery } from '../../src/web/session.ts';
import { viewsQuery } from '../../src/web/Views.tsx';
import { FormSample } from './FormSample.tsx';
import { ListSample } from './ListSample.tsx';
import { StatesSample } from './StatesSample.tsx';
import { TreeSample } from './TreeSample.tsx';

// The parts of the kit inside the real frame, with invented data and no server: to look at, and for the browser test.
const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage });
const pages = {
  '/products': TreeSample,
  '/products/mr-1167': ListSample,
  '/settings': SettingsPage,
  '/settings/people': FormSample,
  '/settings/audit': StatesSample,
  '/settings/broken': () => {
    throw new Error('a page that fails');
  },
};
const routes = Object.entries(pages).map(([path, component]) =>
  createRoute({ getParentRoute: () => root, path, component }),
);
const router = createRouter({
  routeTree: root.addChildren(routes),
  parseSearch,
  stringifySearch: printSearch,
  defaultErrorComponent: BrokenPage,
});

const queries = new QueryClient();
const person = { name: '佐藤 美咲', roles: ['PSIRT担当'], permissions: [] };
queries.setQueryData(shellQuery.queryKey, { person: null, session: null });

const mihari: Maker = { nameJa: 'みはり電機', nameEn: 'Mihari Electric' };
queries.setQueryDefaults(makerQuery.queryKey, { staleTime: Number.POSITIVE_INFINITY });
queries.setQueryData<Maker | null>(makerQuery.queryKey, mihari);

queries.setQueryDefaults(viewsQuery.queryKey, { staleTime: Number.POSITIVE_INFINITY });
queries.setQueryData(viewsQuery.queryKey, []);

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
createRoot(document.getElementById('root') as HTMLElement).render(
  <Theme nonce={nonce}>
    <QueryClientProvider client={queries}>
      <LanguageProvider>
        <PersonProvider person={person}>
          <KeysProvider>
            <ToastProvider>
              <RouterProvider router={router as never} />
            </ToastProvider>
          </KeysProvider>
        </PersonProvider>
      </LanguageProvider>
    </QueryClientProvider>
  </Theme>,
);
