import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { clientOf } from '#platform/browser/client';
import { organization } from '../contract.ts';
import type { Move } from '../model.ts';

export const api = clientOf(organization);

/** All that is known of the organization, for making it stale at once. */
export const organizationKey = ['organization'];

export const divisionsQuery = queryOptions({
  queryKey: [...organizationKey, 'divisions'],
  queryFn: async ({ signal }) => (await api.listDivisions({}, { signal })).items,
});

export type PostFilter = { q: string; divisionId?: string; vacant?: 'true' };

// A tree is read as a whole: most makers fit into one page of these.
const PAGE = 500;

export const postsQuery = (filter: PostFilter) =>
  infiniteQueryOptions({
    queryKey: [...organizationKey, 'posts', filter],
    queryFn: ({ pageParam, signal }) =>
      api.listPosts({ ...filter, limit: PAGE, after: pageParam ?? undefined }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });

export const personQuery = (personId: string) =>
  queryOptions({
    queryKey: [...organizationKey, 'person', personId],
    queryFn: ({ signal }) => api.describePerson({ personId }, { signal }),
  });

export const peopleQuery = (q: string) =>
  queryOptions({
    queryKey: [...organizationKey, 'people', q],
    queryFn: async ({ signal }) => (await api.findPeople({ q, limit: 50 }, { signal })).items,
    placeholderData: (before) => before,
  });

export const previewQuery = (moves: Move[], effectiveOn: string) =>
  queryOptions({
    queryKey: [...organizationKey, 'preview', moves, effectiveOn],
    queryFn: ({ signal }) => api.previewHandOver({ moves, effectiveOn }, { signal }),
    enabled: moves.length > 0 && effectiveOn !== '',
    retry: false,
  });
