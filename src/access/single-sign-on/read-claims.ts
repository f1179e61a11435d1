import type { Role } from '../model.ts';
import type { GroupRole, ProviderSettings } from '../store/oidc.ts';

/** What we take from a provider of somebody who signed in there. */
export type Account = {
  subject: string;
  name: string | null;
  email: string | null;
  emailTrusted: boolean;
  groups: string[];
};

/**
 * Reads the claims of the ID token, completed by those of the user info.
 * An address counts as the person's when the provider calls it verified; one that says nothing about it only
 * where the administrator trusts its addresses.
 */
export function readClaims(
  claims: Record<string, unknown>,
  provider: Pick<ProviderSettings, 'groupsClaim' | 'trustsEmail'>,
): Account {
  const { sub, name, email, email_verified: verified } = claims;
  return {
    subject: String(sub),
    name: textOr(name),
    email: addressOr(email),
    emailTrusted: verified === true || verified === 'true' || (verified === undefined && provider.trustsEmail),
    groups: provider.groupsClaim === null ? [] : groupsOf(claims[provider.groupsClaim]),
  };
}

/**
 * The claims of the ID token, and from the user info what it lacks. An address and whether it is verified come from the
 * same source: "verified" of one address says nothing about another.
 */
export function completeClaims(
  claims: Record<string, unknown>,
  more: Record<string, unknown>,
): Record<string, unknown> {
  const { email: _email, email_verified: _verified, ...rest } = 'email' in claims ? more : claims;
  return 'email' in claims ? { ...rest, ...claims } : { ...more, ...rest };
}

/** The roles that these groups give, each once. */
export function rolesOf(groups: string[], mapping: GroupRole[]): { role: Role; divisionId: string | null }[] {
  const held = new Set(groups);
  const roles = new Map<string, { role: Role; divisionId: string | null }>();
  for (const { group, role, divisionId } of mapping)
    if (held.has(group)) roles.set(`${role} ${divisionId}`, { role, divisionId });
  return [...roles.values()];
}

const textOr = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null);

// Addresses are kept in the form of NFKC. Folding one that is written otherwise could make it somebody else's.
function addressOr(value: unknown): string | null {
  const address = textOr(value);
  return address === address?.normalize('NFKC') ? address : null;
}

/** Providers write one group as a text, several as a list, or a list of objects with a name. */
function groupsOf(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.flatMap((item) => {
    if (typeof item === 'string') return [item];
    const name = (item as { name?: unknown } | null)?.name;
    return typeof name === 'string' ? [name] : [];
  });
}
