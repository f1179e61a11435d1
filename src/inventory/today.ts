/** The day it is where the maker is; support ends with the end of a day there. */
export const todayAt = (instant: Temporal.Instant): Temporal.PlainDate =>
  instant.toZonedDateTimeISO('Asia/Tokyo').toPlainDate();
