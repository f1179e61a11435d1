import type { Language } from '#platform/browser/texts';

/** Parts of a list in one line, as the language writes it. */
export const joined = (parts: readonly string[], language: Language): string =>
  parts.join(language === 'ja' ? '、' : ', ');
