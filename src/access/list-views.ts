import type { SavedView } from './contract/views.ts';
import { listNames, lists } from './lists.ts';
import { requireSession } from './require-session.ts';
import { listViews as read } from './store/saved-views.ts';
import type { Tools } from './tools.ts';
import { may } from './viewer.ts';

/** The signed-in person's saved views, and what others share of the lists that the person may open. */
export async function listViews({ db, viewer }: Pick<Tools, 'db' | 'viewer'>): Promise<{ items: SavedView[] }> {
  const { personId } = requireSession(viewer);
  const open = listNames.filter((list) => lists[list] === 'signed-in' || may(viewer, lists[list]));
  const rows = await read(db, personId, open);
  return {
    items: rows.map(({ personId: owner, place: _, ...view }) => ({ ...view, own: owner === personId })),
  };
}
