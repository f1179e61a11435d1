import type { Transaction } from '#platform/database';
import { newId, newToken } from '#platform/ids';
import { markDevice } from './device.ts';
import { hashToken } from './identify.ts';
import { recordAudit } from './record-audit.ts';
import { sessionRules } from './rules.ts';
import type { Person } from './store/person.ts';
import * as store from './store/session.ts';
import type { Tools } from './tools.ts';
import { personViewer } from './viewer.ts';

export type NewSession = { token: string; expiresAt: Temporal.Instant; personId: string };

/**
 * A new session for somebody who has proved who they are; the one that this browser had before ends.
 * The caller gives it to the browser (giveSession) once the transaction holds.
 */
export async function startSession(
  transaction: Transaction,
  tools: Pick<Tools, 'now' | 'origin' | 'session'>,
  person: Person,
  method: store.SessionMethod,
): Promise<NewSession> {
  const { now, origin, session } = tools;
  const at = now();
  const id = newId();
  const token = newToken();
  const expiresAt = at.add({ hours: sessionRules.hours });
  if (session.token) await store.endSessionOfToken(transaction, hashToken(session.token), at);
  await store.insertSession(transaction, {
    id,
    tokenHash: hashToken(token),
    personId: person.id,
    method,
    at,
    expiresAt,
    ip: origin.ip,
    userAgent: origin.userAgent,
  });
  await recordAudit(
    transaction,
    { viewer: personViewer(person, [], { sessionId: id }), now, origin },
    {
      action: 'session.start',
      subjectKind: 'person',
      subjectId: person.id,
      subjectName: person.name,
      after: { method },
    },
  );
  return { token, expiresAt, personId: person.id };
}

/** Gives the browser its new session, and marks it as one that this person has signed in with. */
export function giveSession(
  tools: Pick<Tools, 'now' | 'house' | 'session'>,
  { token, expiresAt, personId }: NewSession,
): void {
  tools.session.start(token, expiresAt);
  markDevice(tools, personId);
}
