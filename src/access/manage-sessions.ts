import { Refusal } from '#platform/errors';
import { recordAudit } from './record-audit.ts';
import { requireSession } from './require-session.ts';
import { sessionRules } from './rules.ts';
import * as store from './store/session.ts';
import type { Tools } from './tools.ts';

/** Where the person is signed in now, the latest used first. */
export async function listSessions({ db, viewer, now }: Pick<Tools, 'db' | 'viewer' | 'now'>) {
  const { personId, sessionId } = requireSession(viewer);
  const at = now();
  const seenAfter = at.subtract({ minutes: sessionRules.idleMinutes });
  const sessions = await store.listSessions(db, personId, { at, seenAfter });
  return sessions.map(({ createdAt, seenAt, expiresAt, method, ...session }) => ({
    ...session,
    method: method as store.SessionMethod,
    createdAt: `${createdAt}`,
    seenAt: `${seenAt}`,
    expiresAt: `${expiresAt}`,
    current: session.id === sessionId,
  }));
}

/** @throws Refusal 'not-found' for a session that ended or is somebody else's */
export async function endMySession({ db, viewer, now, origin, session }: Tools, id: string): Promise<void> {
  const { personId, sessionId, person } = requireSession(viewer);
  await db.transaction().execute(async (transaction) => {
    if (!(await store.endSession(transaction, personId, id, now())))
      throw new Refusal('not-found', `No living session ${id}`);
    await recordAudit(
      transaction,
      { viewer, now, origin },
      {
        action: 'session.revoke',
        subjectKind: 'person',
        subjectId: personId,
        subjectName: person.name,
        after: { session: id },
      },
    );
  });
  if (id === sessionId) session.end();
}

/** Ends all sessions but this one; returns how many. */
export async function endMyOtherSessions({ db, viewer, now, origin }: Tools): Promise<{ ended: number }> {
  const { personId, sessionId, person } = requireSession(viewer);
  const ended = await db.transaction().execute(async (transaction) => {
    const count = await store.endSessions(transaction, personId, sessionId, now());
    if (count > 0)
      await recordAudit(
        transaction,
        { viewer, now, origin },
        {
          action: 'session.revoke',
          subjectKind: 'person',
          subjectId: personId,
          subjectName: person.name,
          after: { sessions: count },
        },
      );
    return count;
  });
  return { ended };
}
