import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { clientOf } from '#platform/browser/client';
import { messages } from '../contract.ts';

export const api = clientOf(messages);

/** All that is known of notices, for making it stale at once. */
export const noticesKey = ['notices'];
export const deliveriesKey = ['deliveries'];

export const noticesQuery = (unread: 'true' | 'false') =>
  infiniteQueryOptions({
    queryKey: [...noticesKey, 'list', unread],
    queryFn: ({ pageParam, signal }) => api.listNotices({ unread, after: pageParam ?? undefined }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });

export const mailQuery = queryOptions({
  queryKey: [...deliveriesKey, 'mail'],
  queryFn: ({ signal }) => api.describeMail({}, { signal }),
});

/** @param state  words of states, joined by commas; '' is all */
export const deliveriesQuery = (filter: { state: string; q: string }) =>
  infiniteQueryOptions({
    queryKey: [...deliveriesKey, 'list', filter],
    queryFn: ({ pageParam, signal }) => api.listDeliveries({ ...filter, after: pageParam ?? undefined }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });
