import { permissions, type Role, roles } from './model.ts';
import { sessionRules } from './rules.ts';
import * as store from './store/identity.ts';
import { findSessionTimes } from './store/session.ts';
import type { Tools } from './tools.ts';
import { may, type Viewer } from './viewer.ts';

/** The signed-in person with the roles they hold now and what these allow; nobody: nothing. */
export async function describeMe({ db, viewer, now }: Pick<Tools, 'db' | 'viewer' | 'now'>) {
  const grants = viewer.person ? await store.listGrants(db, viewer.person.id, now()) : [];
  const times = viewer.sessionId ? await findSessionTimes(db, viewer.sessionId) : undefined;
  const held = new Set<Role>(grants.map(({ role }) => role).filter((role) => role in roles));
  return {
    person: viewer.person,
    roles: [...held],
    permissions: permissions.filter((permission) => may(viewer, permission)),
    divisions: divisionsOf(viewer),
    session: times ? { endsAt: `${times.expiresAt}`, idleMinutes: sessionRules.idleMinutes } : null,
  };
}

/** By permission: the divisions outside of which the viewer has it not. */
function divisionsOf(viewer: Viewer): Record<string, string[]> {
  const limited = permissions.filter((permission) => may(viewer, permission) && !viewer.permissions.has(permission));
  const grants = [...viewer.permissionsByDivision];
  return Object.fromEntries(
    limited.map((permission) => [permission, grants.filter(([, set]) => set.has(permission)).map(([id]) => id)]),
  );
}
