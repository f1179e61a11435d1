import { hash } from 'node:crypto';
import type pg from 'pg';
import { hashToken } from '#access';
import { type Permission, permissions, type Role, roles } from '#access/model';
import type { Call } from './calls.ts';

/** Somebody who calls, the same in both worlds. */
export type Caller = {
  name: string;
  /** Whether they are a member of the wall. */
  inside: boolean;
  personId: string | null;
  roles: Role[];
  headers: Record<string, string>;
  may: (call: Call) => boolean;
};

/** Every id that the test gave itself: the same in both worlds. */
export const known = new Set<string>();

/** An id of version 7 that follows from the instant and the name. */
export function seededId(at: Temporal.Instant, name: string): string {
  const bytes = Buffer.from(hash('sha256', name, 'buffer').subarray(0, 16));
  bytes.writeUIntBE(at.epochMilliseconds, 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const id = bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  known.add(id);
  return id;
}

const born = Temporal.Instant.from('2026-01-05T00:00:00Z');
const tokenOf = (name: string) => hash('sha256', `token of ${name}`, 'buffer').toString('base64url');
const idOf = (what: string, name: string) => seededId(born, `${what} ${name}`);

function aPerson(name: string, held: Role[], inside: boolean): Caller {
  const allowed = new Set<Permission>(held.flatMap((role) => [...roles[role].allows]));
  return {
    name,
    inside,
    personId: idOf('person', name),
    roles: held,
    headers: { cookie: `mamori_session=${tokenOf(name)}` },
    may: ({ access }) => ['public', 'signed-in'].includes(access) || allowed.has(access as Permission),
  };
}

const keyHolder = aPerson('administrator with a key', ['administrator'], false);

/** Everybody from whom the wall hides: each role, somebody without one, a key with every permission, and who is not signed in. */
export const outsiders: Caller[] = [
  ...(Object.keys(roles) as Role[]).map((role) => aPerson(role, [role], false)),
  aPerson('nobody in particular', [], false),
  {
    ...keyHolder,
    headers: { authorization: `Bearer mmr_${tokenOf(keyHolder.name)}` },
    may: (call) => call.access !== 'signed-in' && keyHolder.may(call),
  },
  { name: 'outsider', inside: false, personId: null, roles: [], headers: {}, may: ({ access }) => access === 'public' },
];

/** Who stands inside: everything is to be seen by one of them. */
export const insiders: Caller[] = [
  aPerson('administrator inside', ['administrator'], true),
  aPerson('reader inside', ['reader'], true),
];

export const people = [...outsiders, ...insiders].filter(({ personId }) => personId !== null);

/** Makes all callers able to call: present, with their roles, sessions and keys, whatever an earlier call did to them. */
export async function reviveCallers(owner: pg.Client, at: Temporal.Instant): Promise<void> {
  const rows = people.map(({ name, personId, roles: held }, index) => ({
    id: personId,
    name: `${name} 山田`,
    email: `caller-${index}@example.jp`,
    session: idOf('session', name),
    token: `\\x${hashToken(tokenOf(name)).toString('hex')}`,
    key: name === keyHolder.name ? idOf('key', name) : null,
    hash: `\\x${hashToken(`mmr_${tokenOf(name)}`).toString('hex')}`,
    roles: held,
  }));
  await owner.query(
    `with caller as (
       select * from jsonb_to_recordset($1::jsonb)
         as c(id uuid, name text, email text, session uuid, token bytea, key uuid, hash bytea, roles text[])),
     gone as (delete from throttle),
     living as (
       insert into person (id, email, name, created_at) select id, email, name, $3 from caller
       on conflict (id) do update set email = excluded.email, name = excluded.name, disabled_at = null),
     more as (delete from role_grant g using caller c where g.person_id = c.id and g.role <> all (c.roles)),
     held as (
       insert into role_grant (id, person_id, role, granted_at)
       select md5(id::text || role)::uuid, id, role, $3 from caller, unnest(roles) role
       on conflict (person_id, role, division_id, source) do update set until = null),
     keys as (
       insert into api_key (id, hash, hint, name, person_id, scopes, created_at, expires_at)
       select key, hash, 'mmr_', 'a key', id, $4, $3, $2::timestamptz + interval '1 day' from caller where key is not null
       on conflict (id) do update set revoked_at = null, scopes = excluded.scopes, expires_at = excluded.expires_at)
     insert into session (id, token_hash, person_id, method, created_at, seen_at, proved_at, expires_at)
     select session, token, id, 'password', $3, $2, $2, $2::timestamptz + interval '12 hours' from caller
     on conflict (id) do update set ended_at = null, seen_at = excluded.seen_at, proved_at = excluded.proved_at, expires_at = excluded.expires_at`,
    [JSON.stringify(rows), at.toString(), born.toString(), [...permissions]],
  );
}
