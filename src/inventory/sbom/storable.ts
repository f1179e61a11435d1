/** JSON that PostgreSQL keeps: its texts have no zero bytes and no halves of characters, which documents may have. */
export function storableJson(value: unknown): string {
  return JSON.stringify(value, (_key, part) => (typeof part === 'string' ? storableText(part) : part));
}

export const storableText = (text: string): string => text.replaceAll('\0', '').toWellFormed();

/** What a file is called, which may be anything when a program sends it. */
export const storableFileName = (name: string): string => storableText(name).slice(0, 300).toWellFormed();

/** Beyond these years a database has no instants, and no document was written. */
export const isOfOurEra = (at: string | null): boolean => at !== null && /^(?:19|2\d)\d\d-/.test(at);

/** The name of a vulnerability stands in an index, whose rows hold some 2,700 bytes. */
export const storableVulnerability = (name: string): string => storableText(name).slice(0, 500).toWellFormed();
