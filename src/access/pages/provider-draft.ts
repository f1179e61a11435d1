import type { Role } from '../model.ts';
import type { Provider } from './queries.ts';

/** A line of the form: `key` tells lines apart while they are edited. */
export type GroupLine = { key: number; group: string; role: Role; divisionId: string | null };

/** What the form holds; empty text is none. */
export type ProviderDraft = {
  slug: string;
  name: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
  scopes: string;
  groupsClaim: string;
  inOwnNetwork: boolean;
  createsPeople: boolean;
  linksByEmail: boolean;
  trustsEmail: boolean;
  groupRoles: GroupLine[];
};

/** The form of a provider, or of a new one: nobody is let in by it who was not invited. */
export function draftOf(provider: Provider | null): ProviderDraft {
  return {
    slug: provider?.slug ?? '',
    name: provider?.name ?? '',
    issuer: provider?.issuer ?? '',
    clientId: provider?.clientId ?? '',
    clientSecret: '',
    scopes: provider?.scopes ?? 'openid email profile',
    groupsClaim: provider?.groupsClaim ?? '',
    inOwnNetwork: provider?.inOwnNetwork ?? false,
    createsPeople: provider?.createsPeople ?? false,
    linksByEmail: provider?.linksByEmail ?? false,
    trustsEmail: provider?.trustsEmail ?? false,
    groupRoles: (provider?.groupRoles ?? []).map((line, key) => ({ ...line, key })),
  };
}

/** What is sent: an empty secret keeps the one that is there; lines without a group are left out. */
export function inputOf(
  { slug: _, clientSecret, groupsClaim, groupRoles, ...draft }: ProviderDraft,
  provider: Provider | null,
) {
  return {
    ...draft,
    groupsClaim: groupsClaim.trim() || null,
    groupRoles: groupRoles
      .filter(({ group }) => groupsClaim.trim() !== '' && group.trim() !== '')
      .map(({ group, role, divisionId }) => ({ group: group.trim(), role, divisionId })),
    ...(clientSecret === '' && provider?.hasSecret ? {} : { clientSecret: clientSecret || null }),
  };
}
