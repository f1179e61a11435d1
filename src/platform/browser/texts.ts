/** The two languages of every page. Japanese is the default, English is always complete. */
export type Language = 'ja' | 'en';

/** The words of one language: sentences, or functions giving a sentence, in groups where that reads better. */
export interface Words {
  readonly [key: string]: string | ((...args: never[]) => string) | Words;
}

/** The same keys, with functions that take the same arguments. */
export type Like<W extends Words> = {
  readonly [Key in keyof W]: W[Key] extends (...args: infer Args) => string
    ? (...args: Args) => string
    : W[Key] extends Words
      ? Like<W[Key]>
      : string;
};

/** Both languages of one place, as useText and textOf take them. */
export interface Texts<W extends Words> {
  readonly en: Like<W>;
  readonly ja: Like<W>;
}

/**
 * Puts both languages side by side. A key that is missing, or that only the Japanese side has, does not compile.
 * Whole sentences only: what depends on a value is a function, never a sentence glued from parts.
 */
export function texts<W extends Words>(en: W & Like<W>, ja: Like<NoInfer<W>>): Texts<W> {
  return { en, ja };
}

/** The words of one language, for code that runs outside a page (the server, a test). */
export function textOf<W extends Words>(text: Texts<W>, language: Language): Like<W> {
  return text[language];
}
