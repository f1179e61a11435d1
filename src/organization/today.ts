/** The day it is for the company: days of posts and absences begin at midnight in Tokyo. */
export const todayAt = (now: Temporal.Instant): Temporal.PlainDate =>
  now.toZonedDateTimeISO('Asia/Tokyo').toPlainDate();
