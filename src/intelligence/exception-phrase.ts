const mark = 'unaffected: ';

/** Words about versions that are not affected, as they wait for a person beside those about affected ones. */
export const exceptionPhrase = (words: string): string => `${mark}${words}`;

/** The words of such a phrase; null for one about affected versions. */
export const wordsOfException = (phrase: string): string | null =>
  phrase.startsWith(mark) ? phrase.slice(mark.length) : null;
