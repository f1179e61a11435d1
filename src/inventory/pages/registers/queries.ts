import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { clientOf } from '#platform/browser/client';
import { registerEndpoints } from '../../contract/registers.ts';
import { everything } from '../queries.ts';

/** Calls about what stands below a model. */
export const registers = clientOf(registerEndpoints);

/** More than a model of any maker has; the panel of a model shows them all. */
const ofOneModel = 200;

/** What a model needs, and who needs it. */
export const needsOfQuery = (modelId: string) =>
  queryOptions({
    queryKey: [...everything, 'dependencies', modelId],
    queryFn: async () => {
      const [needs, neededBy] = await Promise.all([
        registers.listDependencies({ model: modelId, limit: ofOneModel } as never),
        registers.listDependencies({ on: modelId, limit: ofOneModel } as never),
      ]);
      return { needs: needs.items, neededBy: neededBy.items };
    },
  });

export const namesOfQuery = (modelId: string) =>
  queryOptions({
    queryKey: [...everything, 'sold-as', 'model', modelId],
    queryFn: () => registers.listSoldAs({ model: modelId, limit: ofOneModel } as never),
  });

/** What is asked of names at partners, in the words of the address. */
export type AskedNames = { q?: string; partner?: string; direction?: string };

export const namesQuery = (asked: AskedNames) =>
  infiniteQueryOptions({
    queryKey: [...everything, 'sold-as', asked],
    queryFn: ({ pageParam }) =>
      registers.listSoldAs({ ...asked, limit: 100, ...(pageParam ? { after: pageParam } : {}) } as never),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });

export const partnersQuery = queryOptions({
  queryKey: [...everything, 'partners'],
  queryFn: () => registers.listPartners({ limit: 500 }),
});
