/** JSON that PostgreSQL keeps: its texts have no zero bytes and no halves of characters, which documents may have. */
export function storableJson(value: unknown): string {
  return JSON.stringify(value, (_key, part) => (typeof part === 'string' ? storableText(part) : part));
}

export const storableText = (text: string): string => text.replaceAll('\0', '').toWellFormed();
