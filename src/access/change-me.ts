import { Refusal } from '#platform/errors';
import type { Locale } from './model.ts';
import { recordAudit } from './record-audit.ts';
import { requireSession } from './require-session.ts';
import { lockPerson, updatePerson } from './store/person.ts';
import type { Tools } from './tools.ts';

/** Changes the signed-in person's own name or language. */
export async function changeMe(
  { db, viewer, now, origin }: Tools,
  change: { name?: string | undefined; locale?: Locale | undefined },
): Promise<void> {
  const { personId } = requireSession(viewer);
  await db.transaction().execute(async (transaction) => {
    const person = await lockPerson(transaction, personId);
    if (!person) throw new Refusal('not-found', 'Nobody');
    const before = { name: person.name, locale: person.locale };
    const after = { name: change.name ?? person.name, locale: change.locale ?? person.locale };
    if (before.name === after.name && before.locale === after.locale) return;
    await updatePerson(transaction, personId, after);
    await recordAudit(
      transaction,
      { viewer, now, origin },
      { action: 'person.change', subjectKind: 'person', subjectId: personId, subjectName: after.name, before, after },
    );
  });
}
