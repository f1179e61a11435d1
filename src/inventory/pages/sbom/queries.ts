import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { everything } from '../queries.ts';
import { releases } from '../release/queries.ts';

const askAgainMs = 1000;

/** One upload; asked again while it waits. */
export const importQuery = (id: string) =>
  queryOptions({
    queryKey: [...everything, 'sbom-import', id],
    queryFn: () => releases.getSbomImport({ id }),
    refetchInterval: ({ state }) => (state.data?.state === 'waiting' ? askAgainMs : false),
  });

/** What is asked of the uploads, in the words of the address. */
export type AskedImports = Partial<Record<'q' | 'state', string>>;

export const importsQuery = (asked: AskedImports) =>
  infiniteQueryOptions({
    queryKey: [...everything, 'sbom-imports', asked],
    queryFn: ({ pageParam }) =>
      releases.listSbomImports({ ...asked, limit: 100, ...(pageParam ? { after: pageParam } : {}) }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
