import type { Tools } from '#access';
import { describePlaces, type StoredPlace } from '#verdicts';
import type { Exposure } from './contract.ts';
import { standingOf } from './rules.ts';

export type Decided = Pick<Exposure, 'standing' | 'product' | 'verdict' | 'waiting'>;

/** How these places stand for the viewer and by which verdicts, in their order; for a page of them. */
export async function decidedOf(
  tools: Pick<Tools, 'db' | 'viewer'>,
  rows: readonly (StoredPlace & { value: number })[],
): Promise<Decided[]> {
  const described = await describePlaces(tools, rows);
  return rows.map(({ value, product }, at) => {
    const { verdict, waiting } = described[at] ?? { verdict: null, waiting: null };
    return { standing: standingOf(value, verdict), product, verdict, waiting };
  });
}
