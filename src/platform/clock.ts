/**
 * The present instant, to the microsecond.
 * PostgreSQL keeps microseconds; a nanosecond value would differ from itself once read back.
 */
export function now(): Temporal.Instant {
  return Temporal.Now.instant().round({ smallestUnit: 'microsecond', roundingMode: 'floor' });
}
