import type { Language } from './texts.ts';

/** The guides below docs/guides that a page may lead to. */
export const guides = ['analyst', 'manager', 'administrator', 'developer'] as const;
export type Guide = (typeof guides)[number];

/** What a page says about itself. */
export interface SaidByPage {
  /** The question that it answers, in a sentence or two. */
  answers: string;
  /** What one does here, each a sentence that begins with its occasion. */
  next: readonly string[];
}

export type PageHelp = Record<Language, SaidByPage> & {
  /** Keys of docs/words.md that stand on the page and are not everyday words. */
  words: readonly string[];
  /** Where the work around the page is told; null outside, where nobody is signed in. */
  guide: Guide | null;
};

/** A word as docs/words.md has it, and what it means. */
export type HelpWord = Record<Language, readonly [word: string, meaning: string]>;

/** The help of a step: its words by the key of docs/words.md, its pages by their address in the router. */
export interface Help {
  words: Record<string, HelpWord>;
  pages: Record<string, PageHelp>;
}
