import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { clientOf } from '#platform/browser/client';
import { componentEndpoints, type WhereSort } from '../../contract/components.ts';
import { everything } from '../queries.ts';
import type { AskedWhere } from './where-state.ts';

const components = clientOf(componentEndpoints);

export const whereQuery = (asked: AskedWhere, sort: WhereSort) =>
  infiniteQueryOptions({
    queryKey: [...everything, 'where', asked, sort],
    queryFn: ({ pageParam }) =>
      components.whereIs({ ...asked, sort, limit: 100, ...(pageParam ? { after: pageParam } : {}) }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    enabled: asked.q !== '',
  });

export const whereCountsQuery = (asked: AskedWhere) =>
  queryOptions({
    queryKey: [...everything, 'where', 'counts', asked],
    queryFn: () => components.countWhere(asked),
    placeholderData: keepPreviousData,
    enabled: asked.q !== '',
  });

/** What many of our releases have, for somebody who has asked nothing yet. */
export const commonNamesQuery = queryOptions({
  queryKey: [...everything, 'common-components'],
  queryFn: () => components.listCommonComponents({ limit: 10 }),
});

/** Names that hold a text, for somebody who did not find theirs. */
export const similarNamesQuery = (q: string) =>
  queryOptions({
    queryKey: [...everything, 'component-names', q],
    queryFn: () => components.listComponentNames({ q, limit: 8 }),
  });
