import type { Tools } from '#access';
import type { Maker } from './model.ts';
import { findMaker } from './store/maker.ts';

/** Whose products these are; null until somebody has entered it. */
export async function describeMaker({ db }: Pick<Tools, 'db'>): Promise<{ maker: Maker | null }> {
  return { maker: (await findMaker(db)) ?? null };
}
