import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { intelligence } from '#intelligence/contract';
import type { ProductLevel } from '#inventory/model';
import { clientOf } from '#platform/browser/client';
import { verdicts } from '#verdicts/contract';
import { type AffectedRelease, matching } from '../contract.ts';

export const matches = clientOf(matching);
export const records = clientOf(intelligence);
export const decisions = clientOf(verdicts);

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

export const trendQuery = queryOptions({ queryKey: [...everything, 'trend'], queryFn: () => matches.getTrend({}) });

export const changesQuery = (limit: number) =>
  infiniteQueryOptions({
    queryKey: [...everything, 'changes', limit],
    queryFn: ({ pageParam }) => matches.listChanges({ limit, ...from(pageParam) }),
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

/** What touches these lines, models or releases. */
export const touchedQuery = (of: ProductLevel, ids: readonly string[]) =>
  queryOptions({
    queryKey: [...everything, 'touched', of, ids],
    queryFn: () => matches.countTouched({ of, id: ids.join(',') } as never),
  });

export const fieldTouchedQuery = queryOptions({
  queryKey: [...everything, 'touched', 'field'],
  queryFn: () => matches.countTouchedField({}),
});

export const vulnerabilityQuery = (name: string) =>
  queryOptions({ queryKey: [...everything, 'vulnerability', name], queryFn: () => records.getVulnerability({ name }) });

export const affectedModelsQuery = (name: string) =>
  infiniteQueryOptions({
    queryKey: [...everything, 'affected-models', name],
    queryFn: ({ pageParam }) => matches.listAffectedModels({ name, limit: 100, ...from(pageParam) }),
    ...paged,
  });

/** The first places of all models, which are all of them as a rule. */
export const affectedReleasesQuery = (name: string) =>
  queryOptions({
    queryKey: [...everything, 'affected-releases', name],
    queryFn: () => matches.listAffectedReleases({ name, limit: 200 }),
  });

/** Every place of one model. */
export const affectedOfModelQuery = (name: string, model: string) =>
  queryOptions({
    queryKey: [...everything, 'affected-releases', name, model],
    queryFn: async () => {
      const found: AffectedRelease[] = [];
      for (let after: string | null = ''; after !== null; ) {
        const page: { items: AffectedRelease[]; next: string | null } = await matches.listAffectedReleases({
          ...{ name, model, limit: 200 },
          ...from(after),
        });
        found.push(...page.items);
        after = page.next;
      }
      return found;
    },
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

/** Products that a component may be. */
export const proposalsQuery = (id: number) =>
  queryOptions({ queryKey: [...everything, 'proposals', id], queryFn: () => matches.listProposals({ id }) });

/** What people have said that components are. */
export const identificationsQuery = (asked: Asked) =>
  infiniteQueryOptions({
    queryKey: [...everything, 'identifications', asked],
    queryFn: ({ pageParam }) => matches.listIdentifications({ ...asked, ...from(pageParam) } as never),
    ...paged,
  });

export const verdictsOfPlaceQuery = (place: { release: string; vulnerability: string; product: string }) =>
  queryOptions({
    queryKey: [...everything, 'verdicts-of-place', place],
    queryFn: () => decisions.listVerdictsOfPlace({ ...place, limit: 20 }),
  });

export const verdictsQuery = (asked: Asked) =>
  infiniteQueryOptions({
    queryKey: [...everything, 'verdicts', asked],
    queryFn: ({ pageParam }) => decisions.listVerdicts({ ...asked, limit: 50, ...from(pageParam) }),
    ...paged,
  });

export const verdictCountsQuery = queryOptions({
  queryKey: [...everything, 'verdict-counts'],
  queryFn: () => decisions.countVerdicts({}),
});

export const verdictPolicyQuery = queryOptions({
  queryKey: [...everything, 'verdict-policy'],
  queryFn: () => decisions.getVerdictPolicy({}),
});

export const inheritedQuery = infiniteQueryOptions({
  queryKey: [...everything, 'inherited'],
  queryFn: ({ pageParam }) => matches.listInherited({ limit: 50, ...from(pageParam) }),
  ...paged,
});

export const verdictDaysQuery = infiniteQueryOptions({
  queryKey: [...everything, 'verdict-days'],
  queryFn: ({ pageParam }) => decisions.listVerdictDays({ limit: 20, ...from(pageParam) }),
  ...paged,
});

export const verdictEventsQuery = (day: string) =>
  infiniteQueryOptions({
    queryKey: [...everything, 'verdict-events', day],
    queryFn: ({ pageParam }) => decisions.listVerdictEvents({ day, limit: 100, ...from(pageParam) }),
    ...paged,
  });
