import { createHash } from 'node:crypto';
import type { Db } from '#platform/database';
import { Refusal } from '#platform/errors';
import { roles } from './model.ts';
import * as store from './store/identity.ts';
import { outsider, personViewer, type Viewer } from './viewer.ts';

/** Tokens are random; a fast hash is enough to make a stolen database useless for signing in. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** What a call shows of its identity; a key by either header counts before a session. */
export type Credentials = {
  authorization: string | null;
  /** The header X-Api-Key, by which tools that speak to Dependency-Track carry their key. */
  apiKey?: string | null;
  sessionToken: string | null;
};

// Another scheme is somebody else's: a proxy in front may ask for a password of its own and pass it on (Basic).
const isOurs = /^Bearer\b/i;
const bearer = /^Bearer\s+/i;
const keyPattern = /^mmr_[\w-]{43}$/;

/**
 * Who makes a call: by API key, by session, or an outsider.
 * @param db  as the system sees it
 * @throws Refusal 'not-signed-in' for a key that is not valid: silence would look like missing data
 */
export async function identify(
  db: Db,
  now: Temporal.Instant,
  { authorization, apiKey = null, sessionToken }: Credentials,
): Promise<Viewer> {
  if (authorization !== null && isOurs.test(authorization)) return byKey(db, now, authorization.replace(bearer, ''));
  if (apiKey !== null) return byKey(db, now, apiKey.trim());
  return sessionToken === null ? outsider : bySession(db, now, sessionToken);
}

async function byKey(db: Db, now: Temporal.Instant, key: string): Promise<Viewer> {
  const found = keyPattern.test(key) ? await store.findKey(db, hashToken(key), now) : undefined;
  if (!found) throw new Refusal('not-signed-in', 'This API key is unknown, expired or revoked.', { reason: 'key' });
  if (isStale(found.usedAt, now)) await store.touchKey(db, found.keyId, now);
  const grants = await livingGrants(db, now, found.person.id);
  return personViewer(found.person, grants, { keyId: found.keyId, scopes: found.scopes });
}

async function bySession(db: Db, now: Temporal.Instant, token: string): Promise<Viewer> {
  const found = await store.findSession(db, hashToken(token), now);
  if (!found) return outsider;
  if (isStale(found.seenAt, now)) await store.touchSession(db, found.sessionId, now);
  return personViewer(found.person, await livingGrants(db, now, found.person.id), { sessionId: found.sessionId });
}

/** A role that this release no longer knows allows nothing. */
async function livingGrants(db: Db, now: Temporal.Instant, personId: string) {
  const grants = await store.listGrants(db, personId, now);
  return grants.filter(({ role }) => role in roles);
}

const isStale = (seen: Temporal.Instant | null, now: Temporal.Instant) =>
  seen === null || now.since(seen).total('seconds') > 60;
