import type { Trend } from '../../contract.ts';

type Weeks = Trend['weeks'];

const span = 4;

/** What was new in the last four full weeks and in the four before; null when the time of which changes are known is too short. */
export function newCompared(weeks: Weeks): { now: number; before: number } | null {
  const full = weeks.slice(0, -1);
  const known = full.slice(-2 * span - 1);
  // The first week of all has what the first match found, which is no news.
  if (known.length <= 2 * span || known.some((week) => week.known === null)) return null;
  const sum = (some: Weeks) => some.reduce((total, { known: one }) => total + (one?.applies ?? 0), 0);
  return { now: sum(known.slice(-span)), before: sum(known.slice(-2 * span, -span)) };
}

/** What applies now, and at the end of the week four weeks ago; null when nothing is known of that. */
export function openCompared(weeks: Weeks): { now: number; before: number } | null {
  const [now, before] = [weeks.at(-1), weeks.at(-1 - span)].map((week) => week && openIn(week));
  return now == null || before == null ? null : { now, before };
}

/** How many apply at the end of a week, whatever their severity; null when nothing is known of it. */
export function openIn({ known }: Weeks[number]): number | null {
  return known === null ? null : Object.values(known.open).reduce((sum, count) => sum + count, 0);
}
