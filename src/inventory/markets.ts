import { fold } from '#platform/browser/fold';
import { countries } from './model.ts';

const languages = ['ja', 'en'].map((language) => new Intl.DisplayNames(language, { type: 'region' }));
const codeByName = new Map(
  countries.flatMap((code) =>
    [code, ...languages.map((names) => names.of(code) ?? code)].map((name) => [fold(name), code] as const),
  ),
);

/**
 * Reads countries as people write them: 日本、ドイツ / JP, DE / 日本・ドイツ / Germany; names in Japanese or English, or codes.
 * @returns the codes, sorted, each once; `unknown` is the first name that is no country, or null
 */
export function readMarkets(text: string): { codes: string[]; unknown: string | null } {
  const codes = new Set<string>();
  for (const part of text.split(/[,、，;；\n]/)) {
    // ボスニア・ヘルツェゴビナ is one country, 日本・ドイツ are two.
    for (const country of codeByName.has(fold(part)) ? [part] : part.split(/[・/／]/)) {
      if (fold(country) === '') continue;
      const code = codeByName.get(fold(country));
      if (!code) return { codes: [], unknown: country.trim() };
      codes.add(code);
    }
  }
  return { codes: [...codes].sort(), unknown: null };
}
