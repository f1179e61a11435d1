const MAX_LENGTH = 31;

/**
 * Names that Excel accepts, in the same order: without [ ] : * ? / \ and control characters, no apostrophe at the ends,
 * at most 31 UTF-16 units, each once without regard to case, never "History" or 履歴, which Excel keeps for itself.
 */
export function safeSheetNames(names: readonly string[]): string[] {
  const taken = new Set(['history', '履歴']);
  return names.map((name) => {
    const clean = shorten(cleaned(name), MAX_LENGTH);
    let unique = clean;
    for (let number = 2; taken.has(unique.toLowerCase()); number++) {
      const suffix = ` (${number})`;
      unique = shorten(clean, MAX_LENGTH - suffix.length) + suffix;
    }
    taken.add(unique.toLowerCase());
    return unique;
  });
}

function cleaned(name: string): string {
  const plain = name
    .toWellFormed()
    .replace(/[[\]:*?/\\\p{Cc}\ufffe\uffff]/gu, '_')
    .replace(/^'+|'+$/g, '')
    .trim();
  return plain === '' ? 'Sheet' : plain;
}

function shorten(name: string, length: number): string {
  const cut = name.slice(0, length);
  // Never cut through the middle of a character.
  return (cut.isWellFormed() ? cut : cut.slice(0, -1)).replace(/[\s']+$/, '');
}
