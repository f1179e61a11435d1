import type { SourceState } from '#intelligence/contract';
import type { StartOfProducts } from '#inventory/contract';
import type { Touching } from '#matching/contract';
import type { FirstStep } from '#organization/model';

/** What each step of the house says about how far the maker is; nothing of it is guessed. */
export interface Found {
  divisions: number;
  putOff: FirstStep[];
  start: StartOfProducts;
  sources: SourceState[];
  /** The most pressing of what touches any release. */
  first: Touching | null;
}

export type Progress = { step: FirstStep; state: 'done' | 'put-off' | 'open'; isNext: boolean }[];

// As the model has them; the frame of the pages does without the model itself.
const order: readonly FirstStep[] = ['divisions', 'products', 'contents', 'records', 'match'];

const records = ({ sources }: Pick<Found, 'sources'>): number => sources.reduce((sum, one) => sum + one.records, 0);

/** How many of what a step asks for stand. */
export function countsOf(found: Found): Record<FirstStep, number> {
  const { divisions, start, first } = found;
  return {
    ...{ divisions, products: start.models, contents: start.withParts },
    ...{ records: records(found), match: first ? 1 : 0 },
  };
}

/** Each first step in its order; the next one is the first that is neither done nor put off. */
export function progressOf(found: Found): Progress {
  const counts = countsOf(found);
  const states = order.map((step) => ({
    step,
    state: counts[step] > 0 ? 'done' : found.putOff.includes(step) ? 'put-off' : 'open',
  })) satisfies Omit<Progress[number], 'isNext'>[];
  const next = states.find(({ state }) => state === 'open')?.step;
  return states.map((one) => ({ ...one, isNext: one.step === next }));
}

/** Nothing of the maker's own stands yet, and nobody has put everything off. */
export function isUntouched(found: Found): boolean {
  const counts = countsOf(found);
  const hasBegun = counts.divisions + counts.products + counts.records > 0;
  return !hasBegun && progressOf(found).some(({ state }) => state === 'open');
}

export type Obstacle = 'no-parts' | 'no-records' | 'all-unidentified' | 'nothing-applies';

/** Why there is no match yet; null when there is one. */
export function obstacleToMatch(found: Found): Obstacle | null {
  const { first, start } = found;
  if (first) return null;
  if (start.withParts === 0) return 'no-parts';
  if (records(found) === 0) return 'no-records';
  const { components = 0, unidentified = 0 } = start.filled ?? {};
  return start.withParts === 1 && components > 0 && components === unidentified
    ? 'all-unidentified'
    : 'nothing-applies';
}
