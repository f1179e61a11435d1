/** An instant as sources write it, in UTC where they leave the zone out; null when it is none. */
export function instantOf(text: string | null | undefined): string | null {
  if (!text) return null;
  const zoned = /[zZ]$|[+-]\d\d:?\d\d$/.test(text)
    ? text
    : /^\d{4}-\d\d-\d\d$/.test(text)
      ? `${text}T00:00:00Z`
      : `${text}Z`;
  try {
    return Temporal.Instant.from(zoned.replace(' ', 'T')).toString();
  } catch {
    return null;
  }
}
