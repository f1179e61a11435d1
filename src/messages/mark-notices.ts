import type { Tools } from '#access';
import { receiverOf } from './list-notices.ts';
import * as store from './store/notice.ts';

// Reading is no deed: these leave no line in the audit trail.
type Parts = Pick<Tools, 'db' | 'viewer' | 'now'>;

/** Marks some of my notices as read, or as unread. */
export async function markNotices(tools: Parts, { ids, read }: { ids: string[]; read: boolean }): Promise<void> {
  const readAt = read ? tools.now() : null;
  const personId = receiverOf(tools);
  await tools.db
    .transaction()
    .execute((transaction) => store.markNotices(transaction, tools.viewer, personId, { ids, readAt }));
}

/** Marks all my notices as read. @returns the time they were marked with, by which it is undone */
export async function markAllRead(tools: Parts): Promise<{ count: number; readAt: string }> {
  const readAt = tools.now();
  const personId = receiverOf(tools);
  const count = await tools.db
    .transaction()
    .execute((transaction) => store.markAllRead(transaction, tools.viewer, personId, { readAt }));
  return { count, readAt: readAt.toString() };
}

/** Undoes markAllRead by the time that it returned. */
export async function markUnreadAgain(tools: Parts, { readAt }: { readAt: string }): Promise<{ count: number }> {
  const personId = receiverOf(tools);
  const count = await tools.db
    .transaction()
    .execute((transaction) =>
      store.markUnreadAgain(transaction, tools.viewer, personId, { readAt: Temporal.Instant.from(readAt) }),
    );
  return { count };
}
