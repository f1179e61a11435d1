import { recordAudit, type Tools } from '#access';
import { Refusal } from '#platform/errors';
import { spanOf } from './list-days.ts';
import { signEvents } from './store/days.ts';

/**
 * Signs what was decided on a day up to the newest line that was seen. What comes after it, and what the signer may not see,
 * stays unsigned.
 * @returns how many lines were signed newly
 * @throws Refusal 'not-found' when the line is not of that day
 */
export async function signVerdictDay(
  tools: Pick<Tools, 'db' | 'viewer' | 'now' | 'origin'>,
  { day, upTo }: { day: string; upTo: string },
): Promise<{ signed: number }> {
  const { viewer, now } = tools;
  const personId = viewer.person?.id;
  if (personId === undefined) throw new Refusal('not-allowed', 'A person signs.', { reason: 'session-needed' });
  return tools.db.transaction().execute(async (transaction) => {
    const signed = await signEvents(transaction, viewer, { span: spanOf(day), upTo, personId, at: now() });
    if (signed === null) throw new Refusal('not-found', `Nothing of ${day} has this id.`, { what: 'verdict-event' });
    if (signed > 0)
      await recordAudit(transaction, tools, {
        ...{ action: 'verdict.sign-day', subjectKind: 'verdict-day', subjectId: day, subjectName: day },
        after: { signed },
      });
    return { signed };
  });
}
