import type { SearchObjects } from './palette.ts';

/** Every search over objects that the palette asks: one line per step that offers `search` in its contract. */
export const searches: SearchObjects[] = [];
