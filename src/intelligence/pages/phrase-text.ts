import { wordsOfException } from '../exception-phrase.ts';

type Words = { title2: (phrase: string) => string; exception: (phrase: string) => string };

/** A phrase as people read it: what it says, and whether of versions that are not affected. */
export function phraseText(phrase: string, words: Words): string {
  const excepted = wordsOfException(phrase);
  return excepted === null ? words.title2(phrase) : words.exception(excepted);
}
