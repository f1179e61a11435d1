import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { clientOf } from '#platform/browser/client';
import { exportEndpoints } from '../../contract/exports.ts';
import { registerEndpoints } from '../../contract/registers.ts';
import {
  type ComponentFilter,
  type ComponentSort,
  releaseComponentEndpoints,
} from '../../contract/release-components.ts';
import { releaseEndpoints } from '../../contract/releases.ts';
import { sbomEndpoints } from '../../contract/sboms.ts';
import { everything, products } from '../queries.ts';

/** Calls about releases, what they consist of, and their bills of materials. */
export const releases = clientOf({
  ...releaseEndpoints,
  ...registerEndpoints,
  ...releaseComponentEndpoints,
  ...sbomEndpoints,
  ...exportEndpoints,
});

/** What is asked of the components of a release, in the words of the address. */
export type AskedComponents = Partial<Record<keyof ComponentFilter, string>>;

export const releaseQuery = (model: string, release: string) =>
  queryOptions({
    queryKey: [...everything, 'release', model, release],
    queryFn: () => releases.findRelease({ model, release, depth: 100 }),
  });

/** The releases of a version, each on its own hardware, by the address of their model. */
export const releasesOfVersionQuery = (model: string, version: string) =>
  queryOptions({
    queryKey: [...everything, 'releases-of-version', model, version],
    queryFn: async () => {
      const { id } = await products.getModel({ id: model });
      return releases.listReleases({ model: id, version, sort: 'name', limit: 500 });
    },
  });

export const releaseSbomQuery = (id: string) =>
  queryOptions({
    queryKey: [...everything, 'release-sbom', id],
    queryFn: () => releases.getReleaseSbom({ id }),
    // What somebody else has sent, or what was sent before the page was loaded, is read meanwhile.
    refetchInterval: ({ state }) => (state.data?.unstored.some(isWaiting) ? askAgainMs : false),
  });

const askAgainMs = 1500;
const isWaiting = ({ state }: { state: string }) => state === 'waiting';

export const componentsQuery = (id: string, asked: AskedComponents, sort: ComponentSort) =>
  infiniteQueryOptions({
    queryKey: [...everything, 'release-components', id, asked, sort],
    queryFn: ({ pageParam }) =>
      releases.listReleaseComponents({
        id,
        ...asked,
        sort,
        limit: 100,
        ...(pageParam ? { after: pageParam } : {}),
      } as never),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });

export const componentQuery = (id: string, componentId: number) =>
  queryOptions({
    queryKey: [...everything, 'release-component', id, componentId],
    queryFn: () => releases.getReleaseComponent({ id, componentId }),
    placeholderData: keepPreviousData,
  });

export const suggestionsQuery = (q: string) =>
  queryOptions({
    queryKey: [...everything, 'component-suggestions', q],
    queryFn: () => releases.suggestComponents({ q, limit: 8 }),
    enabled: q.length > 1,
    placeholderData: keepPreviousData,
  });

export const releaseHistoryQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: [...everything, 'release-history', id],
    queryFn: ({ pageParam }) =>
      releases.listReleaseHistory({ id, limit: 50, ...(pageParam ? { after: pageParam } : {}) }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

/** The releases of a model, newest first, page by page. */
export const releaseRowsQuery = (modelId: string) =>
  infiniteQueryOptions({
    queryKey: [...everything, 'release-rows', modelId],
    queryFn: ({ pageParam }) =>
      releases.listReleasesOfModel({ id: modelId, limit: 100, ...(pageParam ? { after: pageParam } : {}) }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

/** The releases of a model, newest first, for choosing one. */
export const releasesOfModelQuery = (modelId: string) =>
  queryOptions({
    queryKey: [...everything, 'releases-of-model', modelId],
    queryFn: () => releases.listReleasesOfModel({ id: modelId, limit: 500 }),
  });

/** Releases of modules by a part of their name, for choosing what a release contains. */
export const modulesQuery = (q: string) =>
  queryOptions({
    queryKey: [...everything, 'releases-of-modules', q],
    queryFn: () => releases.listReleases({ kind: 'module', ...(q ? { q } : {}), sort: 'name', limit: 50 }),
    placeholderData: keepPreviousData,
  });

export const hardwareQuery = (modelId: string) =>
  queryOptions({
    queryKey: [...everything, 'hardware', modelId],
    queryFn: () => releases.listHardware({ model: modelId, limit: 500 }),
  });

export const shipmentsQuery = (releaseId: string) =>
  infiniteQueryOptions({
    queryKey: [...everything, 'shipments', releaseId],
    queryFn: ({ pageParam }) =>
      releases.listShipments({ release: releaseId, limit: 100, ...(pageParam ? { after: pageParam } : {}) }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

export const shipmentTotalsQuery = (releaseId: string) =>
  queryOptions({
    queryKey: [...everything, 'shipment-totals', releaseId],
    queryFn: () => releases.sumShipments({ release: releaseId }),
  });

/** What is asked of a comparison, in the words of the address; `with` is the id of the release before. */
export type AskedComparison = { with: string; change?: string; q?: string };

export const comparisonQuery = (id: string, asked: AskedComparison) =>
  infiniteQueryOptions({
    queryKey: [...everything, 'comparison', id, asked],
    queryFn: ({ pageParam }) =>
      releases.compareReleases({ id, ...asked, limit: 100, ...(pageParam ? { after: pageParam } : {}) }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
