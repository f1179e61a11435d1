import { deleteRemovedViews } from './store/saved-views.ts';
import { deleteOldSessions } from './store/session.ts';
import { deleteOldCounts } from './store/throttle.ts';
import { deleteOldTickets } from './store/ticket.ts';
import type { Tools } from './tools.ts';

/** Days that something is kept after it stopped working; the audit trail keeps what is to be known. */
const keptDays = { session: 90, ticket: 7, count: 30, removedView: 30 } as const;

/** Forgets sessions, tickets, counts of attempts and removed views that ended long ago. */
export async function forgetExpired({ db, now }: Pick<Tools, 'db' | 'now'>): Promise<void> {
  const before = (days: number) => now().subtract({ hours: 24 * days });
  await deleteOldSessions(db, before(keptDays.session));
  await deleteOldTickets(db, before(keptDays.ticket));
  await deleteOldCounts(db, before(keptDays.count));
  await deleteRemovedViews(db, before(keptDays.removedView));
}
