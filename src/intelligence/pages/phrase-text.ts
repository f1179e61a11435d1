import { wordsOfException } from '../exception-phrase.ts';

type Words = { quoted: (phrase: string) => string; exception: (phrase: string) => string };

/** A phrase as people read it: what it says, and whether of versions that are not affected. */
export function phraseText(phrase: string, words: Words): string {
  const excepted = wordsOfException(phrase);
  return excepted === null ? words.quoted(phrase) : words.exception(excepted);
}
