import { Refusal } from '#platform/errors';
import { companyWide, type Locale, type Permission, type Role, roles } from './model.ts';

declare const brand: unique symbol;

export type ViewerKind = 'person' | 'key' | 'system' | 'outsider';

/** Who looks. Only access makes one, so that holding it proves that somebody asked who it is. */
export type Viewer = {
  readonly [brand]: true;
  readonly kind: ViewerKind;
  readonly person: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly locale: Locale;
  } | null;
  /** The name that the audit trail keeps. */
  readonly name: string;
  /** Allowed in the whole company. */
  readonly permissions: ReadonlySet<Permission>;
  /** Allowed in these divisions only, by division id. */
  readonly permissionsByDivision: ReadonlyMap<string, ReadonlySet<Permission>>;
  readonly sessionId: string | null;
  readonly keyId: string | null;
};

type Unbranded = Omit<Viewer, typeof brand>;
const nobody: Unbranded = {
  kind: 'outsider',
  person: null,
  name: '',
  permissions: new Set(),
  permissionsByDivision: new Map(),
  sessionId: null,
  keyId: null,
};

const make = (viewer: Unbranded): Viewer => Object.freeze(viewer) as Viewer;

/** Somebody who has not signed in. */
export const outsider = make(nobody);

/**
 * The machine itself, for reactions and commands; sees everything.
 * @param reason  what it does, e.g. "messages.deliver"; the audit trail shows it
 */
export function systemViewer(reason: string): Viewer {
  return make({ ...nobody, kind: 'system', name: reason, permissions: new Set(roles.administrator.allows) });
}

export type Grant = { role: Role; divisionId: string | null };

/**
 * A person with what their present roles allow, by session or by API key.
 * @param scopes  of an API key: only these of the person's permissions; null for a session
 */
export function personViewer(
  person: NonNullable<Viewer['person']>,
  grants: Grant[],
  how: { sessionId: string } | { keyId: string; scopes: Permission[] },
): Viewer {
  const limit = 'scopes' in how ? new Set(how.scopes) : null;
  const allowed = (role: Role) => roles[role].allows.filter((permission) => !limit || limit.has(permission));
  const everywhere = new Set<Permission>();
  const byDivision = new Map<string, Set<Permission>>();
  for (const { role, divisionId } of grants) {
    const target = divisionId === null ? everywhere : (byDivision.get(divisionId) ?? new Set());
    for (const permission of allowed(role))
      if (divisionId === null || !companyWide.has(permission)) target.add(permission);
    if (divisionId !== null) byDivision.set(divisionId, target);
  }
  return make({
    kind: 'keyId' in how ? 'key' : 'person',
    person,
    name: person.name,
    permissions: everywhere,
    permissionsByDivision: byDivision,
    sessionId: 'sessionId' in how ? how.sessionId : null,
    keyId: 'keyId' in how ? how.keyId : null,
  });
}

/** What a key is told where a person in a browser is needed. */
export const sessionNeeded = () =>
  new Refusal('not-allowed', 'This needs a signed-in person; an API key cannot do it.', { reason: 'session-needed' });

/** Whether the viewer is allowed this at all: everywhere, or in some division. */
export function may(viewer: Viewer, permission: Permission): boolean {
  return (
    viewer.permissions.has(permission) || [...viewer.permissionsByDivision.values()].some((set) => set.has(permission))
  );
}

/** Whether the viewer is allowed this for something of that division; null: for something of no division. */
export function mayIn(viewer: Viewer, permission: Permission, divisionId: string | null): boolean {
  if (viewer.permissions.has(permission)) return true;
  return divisionId !== null && (viewer.permissionsByDivision.get(divisionId)?.has(permission) ?? false);
}

/**
 * Guards an endpoint by the access that it declares. 'signed-in' is for people alone: a key reaches what its scopes
 * name, and nothing of its person besides.
 * @throws Refusal 'not-signed-in' or 'not-allowed'
 */
export function mayCall(viewer: Viewer, access: string): void {
  if (access === 'public') return;
  if (viewer.kind === 'outsider') throw new Refusal('not-signed-in', 'Sign in first.');
  if (access === 'signed-in') {
    if (viewer.kind === 'key') throw sessionNeeded();
    return;
  }
  if (!may(viewer, access as Permission))
    throw new Refusal('not-allowed', `This needs the permission ${access}.`, { permission: access });
}

/** How the database knows the viewer: the setting that the policies of row-level security read. */
export function databaseKey(viewer: Viewer): string {
  if (viewer.kind === 'system') return 'system';
  return viewer.person ? `person:${viewer.person.id}` : '';
}
