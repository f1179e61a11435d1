import type { Tools } from '#access';
import { componentsAtOnce, listMisordered, reorderComponents as reorder } from './store/components.ts';

/** Orders anew what an earlier release kept in the order of another type, before its own was built. */
export async function reorderComponents({ db }: Pick<Tools, 'db'>): Promise<void> {
  for (let found = await listMisordered(db, componentsAtOnce); found.length > 0; ) {
    await reorder(db, found);
    found = await listMisordered(db, componentsAtOnce);
  }
}
