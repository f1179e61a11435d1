import { passwordRules } from './rules.ts';

/** The form in which a password is judged and hashed: the same keys give the same password on every device. */
export const normalPassword = (typed: string) => typed.normalize('NFKC');

// Written by hand: what people begin or fill passwords with, in English and in Japan.
const commonWords = [
  ...['password', 'passwort', 'passw0rd', 'p@ssw0rd', 'p@ssword', 'passphrase', 'letmein', 'welcome', 'admin'],
  ...['administrator', 'login', 'signin', 'secret', 'changeme', 'default', 'guest', 'master', 'qazwsx', 'iloveyou'],
  ...['monkey', 'dragon', 'football', 'baseball', 'princess', 'sunshine', 'superman', 'batman', 'trustno', 'hello'],
  ...['test', 'demo', 'root', 'user', 'temp', 'pass', 'word', 'spring', 'summer', 'autumn', 'winter', 'company'],
  ...['sakura', 'nippon', 'japan', 'tokyo', 'osaka', 'doraemon', 'pokemon', 'aishiteru', 'arigato', 'konnichiwa'],
  ...['パスワード', 'ぱすわーど', 'さくら', 'ひみつ', 'あいしてる', 'ありがとう', 'こんにちは', 'psirt', 'mamori'],
];

const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  'あいうえおかきくけこさしすせそ',
  'いろはにほへと',
];
const runs = [...rows, ...rows.map((row) => [...row].reverse().join(''))];

/**
 * Why this may not be a password, or null. No rules of composition: length and not being the obvious decide.
 * The whole password is compared: it is guessable when nothing of its own is left beside listed words, the person's own
 * words, repetitions, years and rows of keys.
 * @param own  words around the person and the house: name, mail address, the house's host
 * @source NIST SP 800-63B-4, 3.1.1.2: at least 15 characters where a password can be the only factor
 */
export function obstacleToPassword(password: string, own: string[]): 'too-short' | 'too-long' | 'guessable' | null {
  const { length } = [...password];
  if (length < passwordRules.minLength) return 'too-short';
  if (length > passwordRules.maxLength) return 'too-long';
  return new Set(ownMatter(password, own)).size < 4 ? 'guessable' : null;
}

/** What is left of a password that a guesser would not try first. */
function ownMatter(password: string, own: string[]): string {
  let rest = password.toLowerCase();
  for (const word of [...wordsOf(own), ...commonWords].sort((a, b) => b.length - a.length))
    rest = rest.replaceAll(word, ' ');
  rest = rest.replace(/(19|20)\d\d/g, ' ').replace(/[^\p{L}\p{N}]+/gu, ' ');
  for (const run of runs) rest = withoutRuns(rest, run);
  return rest.replace(/(.{1,3}?)\1{2,}/gu, ' ').replaceAll(' ', '');
}

const wordsOf = (texts: string[]) =>
  texts
    .flatMap((text) =>
      text
        .normalize('NFKC')
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u),
    )
    .filter((word) => word.length >= 3 || /[^\p{ASCII}]{2}/u.test(word));

/** Without every piece of four or more that stands in the row in the same order. */
function withoutRuns(text: string, row: string): string {
  let kept = '';
  for (let at = 0; at < text.length; ) {
    let length = 0;
    while (at + length < text.length && row.includes(text.slice(at, at + length + 1))) length++;
    if (length >= 4) kept += ' ';
    else kept += text.slice(at, at + Math.max(length, 1));
    at += Math.max(length, 1);
  }
  return kept;
}
