import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { intelligence } from '#intelligence/contract';
import { clientOf } from '#platform/browser/client';
import { matching } from '../contract.ts';

export const matches = clientOf(matching);
export const records = clientOf(intelligence);

/** Everything that changes when something is matched anew. */
export const everything = ['matching'] as const;

type Asked = Record<string, string>;
const paged = {
  initialPageParam: '',
  getNextPageParam: ({ next }: { next: string | null }) => next,
  placeholderData: keepPreviousData,
};
const from = (pageParam: string) => (pageParam ? { after: pageParam } : {});

export const todayQuery = queryOptions({
  queryKey: [...everything, 'today'],
  queryFn: () => matches.getToday({}),
  refetchInterval: 60_000,
});

export const sourcesQuery = queryOptions({
  queryKey: [...everything, 'sources'],
  queryFn: () => records.listSources({}),
  refetchInterval: 60_000,
});

export const touchingQuery = (asked: Asked, limit = 50) =>
  infiniteQueryOptions({
    queryKey: [...everything, 'touching', asked, limit],
    queryFn: ({ pageParam }) => matches.listTouching({ ...asked, limit, ...from(pageParam) }),
    ...paged,
  });

export const vulnerabilitiesQuery = (asked: Asked) =>
  infiniteQueryOptions({
    queryKey: [...everything, 'vulnerabilities', asked],
    queryFn: ({ pageParam }) => records.listVulnerabilities({ ...asked, ...from(pageParam) }),
    ...paged,
  });

/** How many releases the vulnerabilities of a page touch. */
export const touchingCountsQuery = (names: readonly string[]) =>
  queryOptions({
    queryKey: [...everything, 'touching-counts', names],
    queryFn: () => matches.countTouching({ name: names.join(',') } as never),
    enabled: names.length > 0,
    placeholderData: keepPreviousData,
  });

export const vulnerabilityQuery = (name: string) =>
  queryOptions({ queryKey: [...everything, 'vulnerability', name], queryFn: () => records.getVulnerability({ name }) });

export const affectedModelsQuery = (name: string) =>
  queryOptions({
    queryKey: [...everything, 'affected-models', name],
    queryFn: () => matches.listAffectedModels({ name }),
  });

export const affectedReleasesQuery = (name: string) =>
  infiniteQueryOptions({
    queryKey: [...everything, 'affected-releases', name],
    queryFn: ({ pageParam }) => matches.listAffectedReleases({ name, limit: 200, ...from(pageParam) }),
    ...paged,
  });

export const releaseCountsQuery = (id: string) =>
  queryOptions({ queryKey: [...everything, 'release-counts', id], queryFn: () => matches.countExposures({ id }) });

export const exposuresQuery = (id: string, asked: Asked) =>
  infiniteQueryOptions({
    queryKey: [...everything, 'exposures', id, asked],
    queryFn: ({ pageParam }) => matches.listExposures({ id, ...asked, ...from(pageParam) }),
    ...paged,
  });

export const unmatchedQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: [...everything, 'unmatched', id],
    queryFn: ({ pageParam }) => matches.listUnmatched({ id, ...from(pageParam) }),
    ...paged,
  });

export const explanationQuery = (id: string, name: string, component: number | null) =>
  queryOptions({
    queryKey: [...everything, 'explanation', id, name, component],
    queryFn: () => matches.explain({ id, name, ...(component === null ? {} : { component }) }),
  });
