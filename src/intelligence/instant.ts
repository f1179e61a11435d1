/** An instant of the years 1 to 9999 as sources write it, in UTC where they leave the zone out; null when it is none. */
export function instantOf(text: string | null | undefined): string | null {
  if (!text) return null;
  const zoned = /[zZ]$|[+-]\d\d:?\d\d$/.test(text)
    ? text
    : /^\d{4}-\d\d-\d\d$/.test(text)
      ? `${text}T00:00:00Z`
      : `${text}Z`;
  try {
    const instant = Temporal.Instant.from(zoned.replace(' ', 'T')).toString();
    return /^(?!0000)\d{4}-/.test(instant) ? instant : null;
  } catch {
    return null;
  }
}
