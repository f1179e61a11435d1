import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { access } from '#access/contract';
import { clientOf } from '#platform/browser/client';
import { intelligence } from '../contract.ts';

export const records = clientOf(intelligence);
const people = clientOf(access);

/** Everything that changes when records come in or somebody says what words mean. */
export const everything = ['matching'] as const;

const paged = {
  initialPageParam: '',
  getNextPageParam: ({ next }: { next: string | null }) => next,
  placeholderData: keepPreviousData,
};
const from = (pageParam: string) => (pageParam ? { after: pageParam } : {});

export const importsQuery = infiniteQueryOptions({
  queryKey: [...everything, 'record-imports'],
  queryFn: ({ pageParam }) => records.listImports({ ...from(pageParam) }),
  ...paged,
  // While something is being read its counts grow.
  refetchInterval: ({ state }) => (state.data?.pages[0]?.items.some((one) => one.state === 'running') ? 1_000 : 30_000),
});

export const importProblemsQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: [...everything, 'record-imports', id],
    queryFn: ({ pageParam }) => records.listImportProblems({ id, ...from(pageParam) }),
    ...paged,
  });

export const phrasesQuery = (which: 'waiting' | 'set') =>
  infiniteQueryOptions({
    queryKey: [...everything, 'phrases', which],
    queryFn: ({ pageParam }) => records.listPhrases({ which, ...from(pageParam) }),
    ...paged,
  });

/** @param name  '' asks for nothing */
export const ownRecordQuery = (name: string) =>
  queryOptions({
    queryKey: [...everything, 'own-record', name],
    queryFn: () => records.getOwnRecord({ name }),
    enabled: name !== '',
  });

/** People who can be let behind a wall, by name. */
export const readersQuery = (q: string) =>
  queryOptions({
    queryKey: ['access', 'readers', q],
    queryFn: async () => (await people.listPeople({ ...(q ? { q } : {}), limit: 20 } as never)).items,
    placeholderData: keepPreviousData,
  });
