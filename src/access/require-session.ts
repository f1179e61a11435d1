import { Refusal } from '#platform/errors';
import { sessionRules } from './rules.ts';
import * as store from './store/session.ts';
import type { Tools } from './tools.ts';
import { sessionNeeded, type Viewer } from './viewer.ts';

export type SignedIn = { personId: string; sessionId: string; person: NonNullable<Viewer['person']> };

/**
 * Somebody in a browser, not a program with a key: keys must not change how their person signs in.
 * @throws Refusal 'not-allowed' with reason 'session-needed'
 */
export function requireSession(viewer: Viewer): SignedIn {
  const { person, sessionId } = viewer;
  if (!person || !sessionId) throw sessionNeeded();
  return { personId: person.id, sessionId, person };
}

/**
 * Somebody who has shown within the last minutes who they are: an unattended browser must not be enough.
 * @throws Refusal 'not-allowed' with reason 'proof-needed' (call again after a proof), or 'session-needed'
 */
export async function requireProof({ db, viewer, now }: Pick<Tools, 'db' | 'viewer' | 'now'>): Promise<SignedIn> {
  const signedIn = requireSession(viewer);
  const times = await store.findSessionTimes(db, signedIn.sessionId);
  const oldest = now().subtract({ minutes: sessionRules.proofMinutes });
  if (!times || Temporal.Instant.compare(times.provedAt, oldest) < 0)
    throw new Refusal('not-allowed', 'Show again who you are, then repeat this.', { reason: 'proof-needed' });
  return signedIn;
}
