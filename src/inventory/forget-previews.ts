import type { Tools } from '#access';
import { deleteExpired } from './store/imports.ts';

/** Forgets previews that nobody applied within their hour; they may hold a whole catalogue. */
export async function forgetPreviews({ db, now }: Pick<Tools, 'db' | 'now'>): Promise<void> {
  await deleteExpired(db, now());
}
