import { queryOptions } from '@tanstack/react-query';
import { clientOf } from '#platform/browser/client';

// The words of the filter come after the list: the endpoints of products are much to load before it.
const products = async () => clientOf((await import('#inventory/contract')).inventory);

/** Product lines to choose from, by name. */
export const linesQuery = queryOptions({
  queryKey: ['inventory', 'lines', 'to-choose'],
  queryFn: async () => (await products()).listLines({ sort: 'name', limit: 200 }),
});

/** A model by its id, for its name. */
export const modelQuery = (id: string) =>
  queryOptions({
    queryKey: ['inventory', 'model', id, 'name'],
    queryFn: async () => (await products()).getModel({ id }),
  });
