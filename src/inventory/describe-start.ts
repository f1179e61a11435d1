import type { Tools } from '#access';
import type { StartOfProducts } from './contract/start.ts';
import { readStart } from './store/start.ts';

/** How far the register has come, and which model and release come next. */
export const describeStart = ({ db }: Pick<Tools, 'db'>): Promise<StartOfProducts> => readStart(db);
