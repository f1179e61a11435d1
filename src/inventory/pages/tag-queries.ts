import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { TagFilter } from '../contract/tags.ts';
import { everything, products } from './queries.ts';

/** Names of the company's technologies, for fields and filters. */
export const tagNamesQuery = queryOptions({
  queryKey: [...everything, 'tags', 'names'],
  queryFn: async () => (await products.listTags({ limit: 500 })).items.map(({ name }) => name),
});

export const tagsQuery = (filter: TagFilter) =>
  infiniteQueryOptions({
    queryKey: [...everything, 'tags', filter],
    queryFn: ({ pageParam }) =>
      products.listTags({ ...filter, limit: 100, ...(pageParam ? { after: pageParam } : {}) }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });

export const tagCountsQuery = queryOptions({
  queryKey: [...everything, 'tags', 'counts'],
  queryFn: () => products.countTags(),
});
