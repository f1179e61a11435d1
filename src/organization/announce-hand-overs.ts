import type { Tools } from '#access';
import { todayInJapan } from '#platform/browser/calendar';
import { announce } from './hand-over.ts';
import { announceDue } from './store/hand-over.ts';

/** Tells the steps to the right of hand-overs that were planned and take effect by today; each is told once. */
export async function announceHandOvers(tools: Pick<Tools, 'db' | 'now' | 'emit'>): Promise<void> {
  const at = tools.now();
  await tools.db.transaction().execute(async (transaction) => {
    const postIds = await announceDue(transaction, { day: todayInJapan(at), at });
    await announce(
      transaction,
      tools,
      postIds.map((postId) => ({ postId })),
    );
  });
}
