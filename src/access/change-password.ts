import { newHash } from './newcomer.ts';
import { recordAudit } from './record-audit.ts';
import { requireProof } from './require-session.ts';
import { findPassword, savePassword } from './store/password.ts';
import { endSessions } from './store/session.ts';
import type { Tools } from './tools.ts';

/**
 * Gives the signed-in person a password, the first or another. Their other sessions end: whoever knew the old one is out.
 * @throws Refusal 'not-allowed' with reason 'proof-needed', 'invalid' with the obstacle to the password
 */
export async function changePassword(tools: Tools, { password }: { password: string }): Promise<void> {
  const { db, viewer, now, origin } = tools;
  const { personId, sessionId, person } = await requireProof(tools);
  const hash = await newHash(tools, person, password);
  await db.transaction().execute(async (transaction) => {
    const before = await findPassword(transaction, personId);
    await savePassword(transaction, personId, hash, now());
    const ended = await endSessions(transaction, personId, sessionId, now());
    await recordAudit(
      transaction,
      { viewer, now, origin },
      {
        action: before ? 'password.change' : 'password.add',
        subjectKind: 'person',
        subjectId: personId,
        subjectName: person.name,
        after: { endedSessions: ended },
      },
    );
  });
}
