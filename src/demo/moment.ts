import type { Tools } from '#access';
import type { Emit } from '#events';
import { listKeys } from '#inventory';
import { matchReleases, matchVulnerabilities } from '#matching';

/** A moment of the demonstration's past: its tools tell that time, and matching follows at that time too. */
export type Moment = { tools: Tools; match: () => Promise<void> };

/** In the afternoon of the day that is so many days before. */
export function afternoonOf(today: Temporal.PlainDate, daysAgo: number): Temporal.Instant {
  const at = { timeZone: 'Asia/Tokyo', plainTime: Temporal.PlainTime.from('16:20') };
  return today.subtract({ days: daysAgo }).toZonedDateTime(at).toInstant();
}

const worksFrom = 9 * 60;
const worksUntil = 18 * 60;

/** So many hours of work before an instant: nobody works in the night. Any 24 hours hold nine of them. */
export function workingHoursBefore(at: Temporal.Instant, hours: number): Temporal.Instant {
  const local = at.toZonedDateTimeISO('Asia/Tokyo');
  const sinceMidnight = local.hour * 60 + local.minute;
  const worked = Math.max(0, Math.min(sinceMidnight, worksUntil) - worksFrom);
  const left = worked - Math.round(hours * 60);
  const day = left > 0 ? local.toPlainDate() : local.toPlainDate().subtract({ days: 1 });
  const minutes = left > 0 ? worksFrom + left : worksUntil + left;
  return day.toZonedDateTime('Asia/Tokyo').add({ minutes }).toInstant();
}

/**
 * What the maker did at an instant. Events that only matching hears are kept back until `match` is called, so that what
 * was found is dated by the story and not by the start of the demonstration.
 */
export function momentOf(tools: Tools, at: Temporal.Instant): Moment {
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
