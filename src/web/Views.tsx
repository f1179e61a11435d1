import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { access } from '#access/contract';
import { Skeleton } from '#kit/Skeleton';
import { type ViewKeeper, ViewsPlace } from '#kit/Views';
import { clientOf } from '#platform/browser/client';
import { useMay, usePerson } from '#platform/browser/person';
import classes from './Views.module.css';

const client = clientOf(access);
const MINUTE_MS = 60_000;

/** The person's saved views of all lists, and those that others share. */
export const viewsQuery = queryOptions({
  queryKey: ['views'],
  queryFn: async ({ signal }) => (await client.listViews({}, { signal })).items,
  staleTime: MINUTE_MS,
});

type ListName = Parameters<typeof client.createView>[0]['list'];

/** Where a list stands by itself; those of a release stand in each release. */
export const pathOfList: Partial<Record<ListName, string>> = {
  products: '/products',
  technologies: '/products/tags',
  'sold-as': '/products/sold-as',
  'sbom-imports': '/products/sboms',
  components: '/products/components',
  vulnerabilities: '/vulnerabilities',
  phrases: '/vulnerabilities/phrases',
  identities: '/vulnerabilities/identities',
  organization: '/settings/organization',
  people: '/settings/people',
  audit: '/settings/audit',
  jobs: '/settings/jobs',
  deliveries: '/settings/deliveries',
  notices: '/notices',
};

/** Keeps the saved views for the pages below it. These are seen when the views are known: tabs that come later would push a list down. */
export function KeptViews(props: { children: ReactNode }): ReactNode {
  const queries = useQueryClient();
  const { data, isLoading, failureCount } = useQuery({ ...viewsQuery, enabled: usePerson() !== null });
  const isKnown = !isLoading || failureCount > 0;
  const mayRemove = useMay('view:write');
  const keeper = useMemo<ViewKeeper>(() => {
    // A deed is done when the tabs show it.
    const then = async <T,>(deed: Promise<T>): Promise<T> => {
      const done = await deed;
      await queries.refetchQueries({ queryKey: viewsQuery.queryKey });
      return done;
    };
    return {
      views: data ?? [],
      create: ({ list, ...said }) => then(client.createView({ list: list as ListName, ...said })),
      change: async (id, change) => void (await then(client.changeView({ id, ...change }))),
      move: async (id, by) => void (await then(client.moveView({ id, by }))),
      remove: async (id) => void (await then(client.removeView({ id }))),
      restore: async (id) => void (await then(client.restoreView({ id }))),
      others: mayRemove
        ? {
            remove: async (id) => void (await then(client.removeSharedView({ id }))),
            restore: async (id) => void (await then(client.restoreSharedView({ id }))),
          }
        : null,
    };
  }, [data, queries, mayRemove]);
  return (
    <ViewsPlace value={keeper}>
      {isKnown ? null : <Skeleton rows={10} />}
      <div className={isKnown ? classes.page : undefined} hidden={!isKnown}>
        {props.children}
      </div>
    </ViewsPlace>
  );
}
