import { todayInJapan } from '#platform/browser/calendar';

const TOKYO = 'Asia/Tokyo';
export const weeksShown = 26;

/** The Monday of the week in Japan in which an instant lies. */
export function mondayOf(at: Temporal.Instant): Temporal.PlainDate {
  const day = todayInJapan(at);
  return day.subtract({ days: day.dayOfWeek - 1 });
}

/** The last so many Mondays until an instant, the oldest first. */
export function mondaysUntil(at: Temporal.Instant, count: number): Temporal.PlainDate[] {
  const last = mondayOf(at);
  return Array.from({ length: count }, (_, place) => last.subtract({ weeks: count - 1 - place }));
}

/** The week that begins on the Monday before or on a day: from midnight to midnight in Japan. */
export function weekFrom(day: Temporal.PlainDate): { from: Temporal.Instant; before: Temporal.Instant } {
  const monday = day.subtract({ days: day.dayOfWeek - 1 });
  const midnight = (on: Temporal.PlainDate) => on.toZonedDateTime(TOKYO).toInstant();
  return { from: midnight(monday), before: midnight(monday.add({ weeks: 1 })) };
}
