import type { MatchingTools } from './evaluate-meetings.ts';
import { matchReleases } from './match-releases.ts';
import { matchRules } from './rules.ts';
import { listBehind } from './store/behind.ts';

const atOnce = 200;

/** Matches releases that were never matched, or by older rules: after an upgrade, or when a run was lost. */
export async function catchUp(tools: MatchingTools): Promise<void> {
  for (let keys = await listBehind(tools.db, matchRules, atOnce); keys.length > 0; ) {
    await matchReleases(tools, keys);
    const next = await listBehind(tools.db, matchRules, atOnce);
    keys = next.filter((key) => !keys.includes(key));
  }
}
