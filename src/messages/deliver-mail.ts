import { listHoldersOf, type Tools } from '#access';
import { type Mailer, type MailOutcome, openMailer } from '#platform/mail';
import { nextAttemptAt, SETTINGS_WAIT_HOURS } from './model.ts';
import * as store from './store/delivery.ts';
import { tell } from './tell.ts';
import { text } from './text.ts';

type Parts = Pick<Tools, 'db' | 'viewer' | 'now' | 'emit' | 'house'>;

// Longer than any attempt can last; afterwards another server may take the mail over.
const CLAIM_MINUTES = 5;
const MOST_IN_ONE_RUN = 500;

/**
 * Sends what is due, one mail after the other. Without a mail server it waits for one, visibly.
 * Exactly once as long as nobody dies between the server's answer and our note of it; then the mail goes out again
 * under the same Message-ID, since a mail twice is better than none.
 */
export async function deliverMail(tools: Parts): Promise<void> {
  const { db, viewer, now, house } = tools;
  if (!house.mail) return store.awaitSettings(db, viewer, now());
  await store.endWaitForSettings(db, viewer, { at: now(), notBefore: now().subtract({ hours: SETTINGS_WAIT_HOURS }) });

  const mailer = openMailer(house.mail);
  try {
    for (let sent = 0; sent < MOST_IN_ONE_RUN; sent++) {
      const claimedUntil = now().add({ minutes: CLAIM_MINUTES });
      const mail = await store.claimMail(db, viewer, { at: now(), claimedUntil });
      if (!mail) return;
      const outcome = await attempt(mailer, mail);
      await noteOutcome(tools, mail, outcome);
      // The others would fail in the same way, each after a long wait.
      if (outcome.kind === 'unreachable') return;
    }
  } finally {
    mailer.close();
  }
}

function attempt(
  mailer: Mailer,
  { id, receiverName, address, subject, body }: store.ClaimedMail,
): Promise<MailOutcome> {
  return mailer.send({ id, to: { name: receiverName, address }, subject, text: body ?? '' });
}

async function noteOutcome(tools: Parts, mail: store.ClaimedMail, outcome: MailOutcome): Promise<void> {
  const at = tools.now();
  if (outcome.kind === 'sent') return store.endAttempt(tools.db, tools.viewer, mail, { state: 'sent', at });
  const dueAt = outcome.kind === 'refused' ? null : nextAttemptAt(mail.attempts, at);
  if (dueAt) return store.endAttempt(tools.db, tools.viewer, mail, { state: 'waiting', dueAt, error: outcome.error });
  await tools.db.transaction().execute(async (transaction) => {
    await store.endAttempt(transaction, tools.viewer, mail, { state: 'failed', at, error: outcome.error });
    await tellAdministrators(transaction, tools, mail);
  });
}

/** At most one notice an hour: a hundred wrong addresses are one matter. */
async function tellAdministrators(
  transaction: Parameters<typeof tell>[0],
  tools: Parts,
  { id, wallId }: store.ClaimedMail,
): Promise<void> {
  const hour = tools.now().toString().slice(0, 13);
  await tell(transaction, tools, {
    to: await listHoldersOf(transaction, 'administrator', tools.now()),
    kind: 'delivery-failed',
    subjectKind: 'delivery',
    subjectId: id,
    path: '/settings/deliveries?state=failed',
    text: { ja: text.ja.failed, en: text.en.failed },
    wallId,
    // By mail it would meet the same trouble.
    mail: 'none',
    dedupeKey: `delivery-failed:${wallId ?? ''}:${hour}`,
  });
}
