/**
 * The query of an address as plain words: `?match=applies,may-apply&sort=-severity`. What a page makes of them is the
 * page's (kit/UrlState); here nothing is guessed, so that 007 stays 007 and a comma stays readable.
 */
export function parseSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

/** The inverse of parseSearch; what is empty is left out, so that equal pictures have equal addresses. */
export function printSearch(search: Record<string, unknown>): string {
  const pairs = Object.entries(search).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const printed = pairs.map(([key, value]) => `${readable(key)}=${readable(String(value))}`).join('&');
  return printed ? `?${printed}` : '';
}

// encodeURIComponent also hides what an address may show as it is (RFC 3986, 3.4).
function readable(word: string): string {
  return encodeURIComponent(word)
    .replace(/%(2C|3A|2F|40)/g, (code) => decodeURIComponent(code))
    .replace(/%20/g, '+');
}
