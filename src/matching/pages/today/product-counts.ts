import { queryOptions } from '@tanstack/react-query';
import { inventory } from '#inventory/contract';
import { clientOf } from '#platform/browser/client';

const products = clientOf(inventory);

/** How many releases in the field nobody knows the contents of. */
export const productCountsQuery = queryOptions({
  queryKey: ['inventory', 'counts', 'today'],
  queryFn: () => products.countProducts({}),
});
