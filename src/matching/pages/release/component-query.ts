import { queryOptions } from '@tanstack/react-query';
import { inventory } from '#inventory/contract';
import { clientOf } from '#platform/browser/client';
import { everything } from '../queries.ts';

const products = clientOf(inventory);

/** Where a component of a release sits, as inventory knows it. */
export const componentQuery = (id: string, componentId: number) =>
  queryOptions({
    queryKey: [...everything, 'component', id, componentId],
    queryFn: () => products.getReleaseComponent({ id, componentId }),
  });

export type ComponentPage = Awaited<ReturnType<typeof products.getReleaseComponent>>;

/** A release, of which the model is known by it. */
export const releaseQuery = (id: string) =>
  queryOptions({ queryKey: [...everything, 'release', id], queryFn: () => products.getRelease({ id }) });
