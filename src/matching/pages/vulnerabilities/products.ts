import { queryOptions } from '@tanstack/react-query';
import { inventory } from '#inventory/contract';
import { clientOf } from '#platform/browser/client';

const products = clientOf(inventory);

/** Product lines to choose from, by name. */
export const linesQuery = queryOptions({
  queryKey: ['inventory', 'lines', 'to-choose'],
  queryFn: () => products.listLines({ sort: 'name', limit: 200 }),
});

/** A model by its id, for its name. */
export const modelQuery = (id: string) =>
  queryOptions({ queryKey: ['inventory', 'model', id, 'name'], queryFn: () => products.getModel({ id }) });
