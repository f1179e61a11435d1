import { newToken } from '#platform/ids';
import { hashToken } from './identify.ts';
import { recordAudit } from './record-audit.ts';
import { lifetimes } from './rules.ts';
import { countAdministrators, lockAdministrators } from './store/person.ts';
import * as store from './store/ticket.ts';
import type { Tools } from './tools.ts';

/**
 * The link by which the first administrator is created, once, within a day; an unused older one stops working.
 * The token stands behind "#", so that no server, proxy or log on the way sees it.
 * @returns null when somebody administers this house already
 */
export async function makeFirstRunLink({
  db,
  now,
  house,
  viewer,
  origin,
}: Pick<Tools, 'db' | 'now' | 'house' | 'viewer' | 'origin'>): Promise<string | null> {
  const token = newToken();
  const at = now();
  return db.transaction().execute(async (transaction) => {
    await lockAdministrators(transaction);
    if ((await countAdministrators(transaction, null)) > 0) return null;
    await store.deleteUnusedTickets(transaction, 'first-run');
    const expiresAt = at.add({ hours: lifetimes.firstRunHours });
    await store.insertTicket(transaction, { kind: 'first-run', hash: hashToken(token), at, expiresAt });
    await recordAudit(
      transaction,
      { viewer, now, origin },
      { action: 'first-run.offer', subjectKind: 'house', subjectId: 'first-run', after: { expiresAt: `${expiresAt}` } },
    );
    return `${house.baseUrl}/first-run#token=${token}`;
  });
}
