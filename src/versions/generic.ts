import { exactly, type Key, number, type VersionScheme, word } from './key.ts';

// Classes in their order: words before a release, its end, a letter (1.1.1k), a patch (8.3p1), other words, the next number.
const end = 0x20;
const letter = 0x30;
const patch = 0x31;
const otherWord = 0x32;

const before: [rank: number, words: RegExp][] = [
  [0x10, /^(?:dev|devel|snapshot|nightly)$/],
  [0x11, /^alpha$/],
  [0x12, /^beta$/],
  [0x13, /^(?:pre|preview|prerelease|test|milestone)$/],
  [0x14, /^(?:rc|cr)$/],
];
const patches = /^(?:pl|patch|patchlevel|sp|update|hotfix|post)$/;
/** What a vendor or a release team appends without making it another version; all that follows is theirs. */
const neutral = /^(?:final|ga|release|rel|stable|lts|yocto|poky|imx|ti|xilinx|stm32mp|dfsg|ds|fips)$/;

/**
 * Versions of firmware and of C and C++ software, whatever their habits:
 * 1.1.1k, 8.3p1, 2019.07-rc4, 4.2.8p15, 0.8.x_rtw_r24647, OpenSSL_1_1_1k, 8u292.
 * Zeros at the end mean nothing (1.0 is 1.0.0), nor does what follows a plus.
 */
export const generic: VersionScheme = {
  read(version) {
    const text = bare(version.toLowerCase());
    if (!/^\d/.test(text)) return null;
    const key: Key = [];
    for (const token of tokensOf(text)) {
      if (neutral.test(token)) break;
      if (!/^\d/.test(token)) dropZeros(key);
      key.push(...(/^\d/.test(token) ? number(token) : wordKey(token)));
    }
    dropZeros(key);
    return exactly([...key, end]);
  },
};

const mark = /^(?:version|ver|v|release|rel|r)[-_. ]*(?=\d)/;

/** Without a name or a v in front, a build after a plus, and a commit hash at the end. */
function bare(text: string): string {
  const unmarked = text.replace(mark, '');
  const unnamed = unmarked.replace(/^(?:[a-z]+[-_. ]+|[a-z]{3,}\d+[-_ ]+)+(?=v?\d)/, '').replace(mark, '');
  // 20230101a is a date, not a hash.
  const hash = /[-_.~](?=g?[0-9a-f]*[a-f])(?=g?[0-9a-f]*\d)(?!\d+[a-f]$)g?[0-9a-f]{7,40}$/;
  return unnamed.replace(/\+.*$/su, '').replace(hash, '');
}

/**
 * Runs of digits and of letters. An a or b between two numbers is alpha or beta, as Python and BIND write it;
 * a p or u before a number counts patches (8.3p1, 8u292), while a p at the end is a letter (1.0.2p).
 */
function tokensOf(text: string): string[] {
  const spelled = text
    .replace(/(?<=\d)a(?=\d)/g, 'alpha')
    .replace(/(?<=\d)b(?=\d)/g, 'beta')
    .replace(/(?<!\p{L})[pu](?=\d)/gu, 'patch');
  return spelled.match(/\d+|\p{L}+/gu) ?? [];
}

function wordKey(token: string): Key {
  const early = before.find(([, words]) => words.test(token));
  if (early) return [early[0]];
  if (patches.test(token)) return [patch];
  // After 0.9.8z came 0.9.8za.
  if (/^(?:[a-z]|z[a-z])$/.test(token)) return word(letter, token);
  return [otherWord, ...new TextEncoder().encode(token), 0];
}

/** 1.0.0 and 1.0-0 are 1: zeros before a word or the end are taken off again. */
function dropZeros(key: Key): void {
  const [zero] = number('0');
  while (key.length > 0 && key.at(-1) === zero) key.pop();
}
