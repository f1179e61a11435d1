import { queryOptions } from '@tanstack/react-query';
import { inventory } from '#inventory/contract';
import { clientOf } from '#platform/browser/client';
import { everything, records } from '../queries.ts';

const products = clientOf(inventory);

/** How many releases in the field nobody knows the contents of. */
export const productCountsQuery = queryOptions({
  queryKey: ['inventory', 'counts', 'today'],
  queryFn: () => products.countProducts({}),
});

export type ListedRelease = Awaited<ReturnType<typeof products.listReleases>>['items'][number];

/** The releases in the field with the most units that lack a bill of materials, or the identity of components. */
export const releasesLackingQuery = (missing: 'sbom' | 'identity') =>
  queryOptions({
    queryKey: ['inventory', 'releases-lacking', missing],
    queryFn: () =>
      products.listReleases({
        ...{ missing, state: 'shipped,shipment-stopped,supported', sort: '-units', limit: 4 },
      } as never),
  });

/** The first of the words about versions that wait for a person. */
export const waitingPhrasesQuery = queryOptions({
  queryKey: [...everything, 'waiting-phrases'],
  queryFn: () => records.listPhrases({ which: 'waiting', limit: 1 }),
});
