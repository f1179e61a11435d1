import type { Tools } from '#access';
import type { Emit } from '#events';
import { listKeys } from '#inventory';
import { matchReleases, matchVulnerabilities } from '#matching';

/** A moment of the demonstration's past: its tools tell that time, and matching follows at that time too. */
export type Moment = { tools: Tools; match: () => Promise<void> };

/**
 * What the maker did so many hours ago. Events that only matching hears are kept back until `match` is called, so that what
 * was found is dated by the story and not by the start of the demonstration.
 */
export function momentOf(tools: Tools, hoursAgo: number): Moment {
  const at = tools.now().subtract({ minutes: Math.round(hoursAgo * 60) });
  const releaseIds = new Set<string>();
  const vulnerabilityIds = new Set<number>();
  const emit = (async (transaction, event, payload) => {
    if ('releaseIds' in payload) for (const id of payload.releaseIds) releaseIds.add(id);
    else if ('vulnerabilityIds' in payload) for (const id of payload.vulnerabilityIds) vulnerabilityIds.add(id);
    else if (!('changeId' in payload)) await tools.emit(transaction, event, payload);
  }) as Emit;
  const then: Tools = { ...tools, now: () => at, emit };
  return {
    tools: then,
    match: async () => {
      const keys = await listKeys(tools.db, { releaseIds: [...releaseIds] });
      if (keys.length > 0) await matchReleases(then, keys);
      if (vulnerabilityIds.size > 0) await matchVulnerabilities(then, [...vulnerabilityIds]);
    },
  };
}
