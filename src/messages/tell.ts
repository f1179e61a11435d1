import { listReceivers, type Receiver, type Tools } from '#access';
import type { Transaction } from '#platform/database';
import { newId } from '#platform/ids';
import { isMailAddress, oneLine } from '#platform/mail';
import { composeMail } from './compose-mail.ts';
import type { Told } from './model.ts';
import * as deliveries from './store/delivery.ts';
import * as notices from './store/notice.ts';

/** What is told to whom. */
export type Telling = {
  /** Ids of people. Who cannot sign in, or stands outside the wall, is left out. */
  to: readonly string[];
  /** What it is about, e.g. 'post-handed-over'. */
  kind: string;
  subjectKind: string;
  subjectId: string;
  /** Where in Mamori the matter is. */
  path: `/${string}`;
  text: Told;
  wallId?: string | null;
  mail: 'now' | 'none';
  /** The same key tells the same person once, however often it is called. */
  dedupeKey: string;
};

type Parts = Pick<Tools, 'viewer' | 'now' | 'emit' | 'house'>;

/**
 * Tells people in the caller's transaction: a notice in Mamori and, if wanted, a mail, each in the receiver's language.
 * Rolled back with it; otherwise the mail goes out after it.
 */
export async function tell(transaction: Transaction, tools: Parts, telling: Telling): Promise<void> {
  const wallId = telling.wallId ?? null;
  const receivers = await listReceivers(transaction, tools.viewer, telling.to, { wallId, at: tools.now() });
  await notices.insertNotices(
    transaction,
    receivers.map((receiver) => noticeFor(receiver, tools.now(), telling)),
  );
  if (telling.mail === 'none') return;
  const mails = receivers
    .filter(({ email }) => isMailAddress(email))
    .map((receiver) => mailFor(receiver, tools, telling));
  await post(transaction, tools, mails);
}

/**
 * Mails somebody who has no account, e.g. an invitation; the words come ready and may hold a secret link.
 * They are forgotten once the mail is sent.
 * @param letter.name  may be ''
 */
export async function mailTo(
  transaction: Transaction,
  tools: Parts,
  letter: {
    address: string;
    name: string;
    kind: string;
    subject: string;
    body: string;
    dedupeKey: string;
    wallId?: string | null;
  },
): Promise<void> {
  const at = tools.now();
  await post(transaction, tools, [
    {
      id: newId(),
      kind: letter.kind,
      person_id: null,
      receiver_name: letter.name,
      address: letter.address,
      subject: oneLine(letter.subject),
      body: letter.body,
      dedupe_key: letter.dedupeKey,
      wall_id: letter.wallId ?? null,
      created_at: at,
      due_at: at,
    },
  ]);
}

async function post(transaction: Transaction, { emit }: Parts, mails: deliveries.NewMail[]): Promise<void> {
  if (mails.length === 0) return;
  await deliveries.insertMails(transaction, mails);
  for (const [wallId, some] of Map.groupBy(mails, ({ wall_id }) => wall_id ?? null))
    await emit(transaction, 'delivery.due', { deliveryIds: some.map(({ id }) => id), wallId });
}

function noticeFor({ id, locale }: Receiver, at: Temporal.Instant, telling: Telling): notices.NewNotice {
  return {
    id: newId(),
    person_id: id,
    kind: telling.kind,
    subject_kind: telling.subjectKind,
    subject_id: telling.subjectId,
    title: telling.text[locale].title,
    body: telling.text[locale].body,
    path: telling.path,
    dedupe_key: telling.dedupeKey,
    wall_id: telling.wallId ?? null,
    created_at: at,
  };
}

function mailFor(receiver: Receiver, { now, house }: Parts, telling: Telling): deliveries.NewMail {
  const wallId = telling.wallId ?? null;
  const at = now();
  const { subject, body } = composeMail(receiver, {
    told: telling.text,
    path: telling.path,
    isWalled: wallId !== null,
    baseUrl: house.baseUrl,
  });
  return {
    id: newId(),
    kind: telling.kind,
    person_id: receiver.id,
    receiver_name: receiver.name,
    address: receiver.email,
    subject,
    body,
    dedupe_key: `${receiver.id}:${telling.dedupeKey}`,
    wall_id: wallId,
    created_at: at,
    due_at: at,
  };
}
