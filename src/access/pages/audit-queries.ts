import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from './queries.ts';

/** What the page narrows by, as the address of the API takes it. */
export type AuditView = {
  text: string;
  actors: string;
  actions: string;
  subjectKinds: string;
  subjectId: string;
  from?: string;
  to?: string;
};

const auditKey = ['audit'];

export const auditQuery = (view: AuditView) =>
  infiniteQueryOptions({
    queryKey: [...auditKey, 'list', view],
    queryFn: ({ pageParam, signal }) => api.listAudit({ ...view, after: pageParam ?? undefined }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });

export const auditWordsQuery = queryOptions({
  queryKey: [...auditKey, 'words'],
  queryFn: ({ signal }) => api.listAuditWords({}, { signal }),
});

export const sealsQuery = queryOptions({
  queryKey: [...auditKey, 'seals'],
  queryFn: ({ signal }) => api.describeSeals({}, { signal }),
});

export const auditLineQuery = (id: string) =>
  queryOptions({
    queryKey: [...auditKey, 'line', id],
    queryFn: ({ signal }) => api.getAuditLine({ id }, { signal }),
    // A line never changes.
    staleTime: Number.POSITIVE_INFINITY,
  });
