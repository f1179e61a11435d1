import type { Transaction } from '#platform/database';
import { newId, newToken } from '#platform/ids';
import { hashToken } from './identify.ts';
import { recordAudit } from './record-audit.ts';
import { sessionRules } from './rules.ts';
import type { Person } from './store/person.ts';
import * as store from './store/session.ts';
import type { Tools } from './tools.ts';
import { personViewer } from './viewer.ts';

export type NewSession = { token: string; expiresAt: Temporal.Instant };

/**
 * A new session for somebody who has proved who they are; the one that this browser had before ends.
 * The caller gives the token to the browser (`tools.session.start`) once the transaction holds.
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
  return { token, expiresAt };
}
