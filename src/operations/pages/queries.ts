import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { clientOf } from '#platform/browser/client';
import { operations } from '../contract.ts';

export const api = clientOf(operations);

/** All that is known of jobs, for making it stale at once. */
export const jobsKey = ['jobs'];

const refetchInterval = 10_000;

export const plannedQuery = queryOptions({
  queryKey: [...jobsKey, 'planned'],
  queryFn: async ({ signal }) => (await api.listJobs({}, { signal })).items,
  refetchInterval,
});

/** @param queue  '' is all */
export const failedQuery = (queue: string) =>
  infiniteQueryOptions({
    queryKey: [...jobsKey, 'failed', queue],
    queryFn: ({ pageParam, signal }) => api.listFailedJobs({ queue, after: pageParam ?? undefined }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
    refetchInterval,
  });

export const systemQuery = queryOptions({
  queryKey: [...jobsKey, 'system'],
  queryFn: ({ signal }) => api.describeSystem({}, { signal }),
  refetchInterval,
});
