/**
 * Characters that XML cannot hold are written by spreadsheets as _x0007_, and a text that looks so itself as _x005F_x0007_.
 * @source ISO 29500-1, 22.9.2.19 ST_Xstring
 */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are what XML 1.0 excludes, and CR, which it rewrites
const NEEDS_ESCAPE = /[\0-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/g;

/** The inverse of `unescapeText`, with the marks that XML itself needs. */
export function escapeText(text: string): string {
  return text
    .replace(NEEDS_ESCAPE, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
