import { z } from 'zod';
import { Day } from '../model.ts';
import { ReleaseState } from './registers.ts';

/** How many releases one change may touch. */
export const mostReleases = 2000;

/** The state that many releases get at once. */
export const StateChange = z.object({
  state: ReleaseState,
  /** When they ended; left out, each keeps what it has. */
  endedOn: Day.optional(),
});
export type StateChange = z.infer<typeof StateChange>;

const Counted = z.object({ releases: z.int(), units: z.int() });
const Named = z.object({ count: z.int(), names: z.array(z.string()) });

/** What a change of many would do, before it is done. */
export const StatesPreview = z.object({
  changed: z.int(),
  /** Already as they would be. */
  same: z.int(),
  /** Customers hold them now, and would no longer by their state. */
  leaving: Counted,
  /** The other way round. */
  entering: Counted,
  /** Of a division in which the caller may not change anything. */
  foreign: Named,
  /** They would end before they were released. */
  early: Named,
});
export type StatesPreview = z.infer<typeof StatesPreview>;
