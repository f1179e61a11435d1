import type { MatchingTools } from './evaluate-meetings.ts';
import { matchReleases } from './match-releases.ts';
import { holdMatching } from './store/exposures.ts';
import { listReopened, reopenComponents } from './store/identifications.ts';

const atOnce = 200;

/**
 * Looks components up anew of whose names a person has said something, and matches the releases that have them. They are
 * reopened while nothing else is matched: a run that read before the person spoke cannot close them again.
 */
export async function matchIdentified(tools: MatchingTools, changeId: string): Promise<void> {
  await tools.db.transaction().execute(async (transaction) => {
    await holdMatching(transaction);
    await reopenComponents(transaction, changeId);
  });
  for (let keys = await listReopened(tools.db, atOnce); keys.length > 0; ) {
    await matchReleases(tools, keys, 'person');
    const next = await listReopened(tools.db, atOnce);
    keys = next.filter((key) => !keys.includes(key));
  }
}
