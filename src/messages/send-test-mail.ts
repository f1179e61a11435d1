import { recordAudit, type Tools } from '#access';
import { newId } from '#platform/ids';
import { receiverOf } from './list-notices.ts';
import { tell } from './tell.ts';
import { text } from './text.ts';

/** Mails whoever asks, to see whether mail arrives. */
export async function sendTestMail(
  tools: Pick<Tools, 'db' | 'viewer' | 'now' | 'emit' | 'origin' | 'house'>,
): Promise<void> {
  const personId = receiverOf(tools);
  await tools.db.transaction().execute(async (transaction) => {
    await tell(transaction, tools, {
      to: [personId],
      kind: 'mail-test',
      subjectKind: 'person',
      subjectId: personId,
      path: '/settings/deliveries',
      text: { ja: text.ja.test, en: text.en.test },
      mail: 'now',
      dedupeKey: `mail-test:${newId()}`,
    });
    await recordAudit(transaction, tools, { action: 'mail.test', subjectKind: 'person', subjectId: personId });
  });
}
