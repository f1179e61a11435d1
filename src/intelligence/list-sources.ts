import type { Tools } from '#access';
import type { SourceState } from './contract.ts';
import { listSourceStates } from './store/imports.ts';

// Sources that change daily are stale after a day and a half, so that one missed night is seen the next morning.
const staleAfterHours = 30;

/** How fresh each source is that was ever read, the oldest first. */
export async function listSources({ db, now }: Pick<Tools, 'db' | 'now'>): Promise<SourceState[]> {
  const at = now();
  return (await listSourceStates(db)).map(({ source, how, lastSuccessAt, dataAt, records }) => {
    const ageHours = Math.floor(at.since(lastSuccessAt).total('hours'));
    return {
      ...{ source, how, records, ageHours, isStale: ageHours >= staleAfterHours },
      ...{ lastSuccessAt: lastSuccessAt.toString(), dataAt: dataAt?.toString() ?? null },
    };
  });
}
