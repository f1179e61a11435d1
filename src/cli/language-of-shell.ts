import type { Language } from '#platform/browser/texts';

/** The language that the shell is set to: Japanese or English. */
export function languageOfShell(): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return (LC_ALL || LC_MESSAGES || LANG || '').startsWith('ja') ? 'ja' : 'en';
}
