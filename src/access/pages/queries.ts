import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { clientOf } from '#platform/browser/client';
import { access } from '../contract.ts';
import type { Role } from '../model.ts';

export const api = clientOf(access);

/** Who is signed in; the same key as the frame's. */
export const meKey = ['me'];
/** How the person signs in, their sessions and keys. */
export const accountKey = ['account'];
export const peopleKey = ['people'];
export const providersKey = ['providers'];

export const waysInQuery = queryOptions({
  queryKey: ['ways-in'],
  queryFn: ({ signal }) => api.describeSignIn({}, { signal }),
});

export const profileQuery = queryOptions({
  queryKey: [...accountKey, 'profile'],
  queryFn: ({ signal }) => api.me({}, { signal }),
});

export const mySignInQuery = queryOptions({
  queryKey: [...accountKey, 'sign-in'],
  queryFn: ({ signal }) => api.describeMySignIn({}, { signal }),
});

export const sessionsQuery = queryOptions({
  queryKey: [...accountKey, 'sessions'],
  queryFn: async ({ signal }) => (await api.listSessions({}, { signal })).items,
});

export const keysQuery = queryOptions({
  queryKey: [...accountKey, 'keys'],
  queryFn: async ({ signal }) => (await api.listKeys({}, { signal })).items,
});

export type PeopleView = { text: string; role?: Role; state: 'active' | 'disabled' | 'all' };

export const peopleQuery = (filter: PeopleView) =>
  infiniteQueryOptions({
    queryKey: [...peopleKey, 'list', filter],
    queryFn: ({ pageParam, signal }) => api.listPeople({ ...filter, after: pageParam ?? undefined }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });

export const invitationsQuery = infiniteQueryOptions({
  queryKey: [...peopleKey, 'invitations'],
  queryFn: ({ pageParam, signal }) => api.listInvitations({ after: pageParam ?? undefined }, { signal }),
  initialPageParam: null as string | null,
  getNextPageParam: ({ next }) => next,
});

export const providersQuery = queryOptions({
  queryKey: providersKey,
  queryFn: ({ signal }) => api.listProviders({}, { signal }),
});

type Items<Call extends (...input: never[]) => Promise<{ items: unknown[] }>> = Awaited<
  ReturnType<Call>
>['items'][number];
export type Person = Items<typeof api.listPeople>;
export type Invitation = Items<typeof api.listInvitations>;
export type Provider = Items<typeof api.listProviders>;
export type Key = Items<typeof api.listKeys>;
export type Session = Items<typeof api.listSessions>;
