import { recordAudit } from './record-audit.ts';
import { endSession } from './store/session.ts';
import type { Tools } from './tools.ts';

/** Ends this browser's session. Without one nothing happens: signing out twice is no mistake. */
export async function signOut({ db, viewer, now, origin, session }: Tools): Promise<void> {
  const { person, sessionId } = viewer;
  if (person && sessionId)
    await db.transaction().execute(async (transaction) => {
      if (await endSession(transaction, person.id, sessionId, now()))
        await recordAudit(
          transaction,
          { viewer, now, origin },
          { action: 'session.end', subjectKind: 'person', subjectId: person.id, subjectName: person.name },
        );
    });
  session.end();
}
