import { exactly, type Key, number, type VersionScheme, word } from './key.ts';

const end = 0x20;
const servicePack = 0x28;
const otherWord = 0x30;
const hyphenNumber = 0x3e;

const qualifiers = new Map<string, Key>([
  ['alpha', [0x10]],
  ['beta', [0x11]],
  ['milestone', [0x12]],
  ['rc', [0x13]],
  ['cr', [0x13]],
  ['snapshot', [0x14]],
  ['sp', [servicePack]],
]);
const nothing = new Set(['', 'final', 'ga', 'release']);
const shortForms = new Map([
  ['a', 'alpha'],
  ['b', 'beta'],
  ['m', 'milestone'],
]);

/**
 * Maven artefacts. Zeros and words that mean a release (final, ga) count for nothing before a hyphen, a word or the end;
 * a number after a hyphen stands below one after a dot.
 * @source Maven POM reference, Version Order Specification
 */
export const maven: VersionScheme = {
  read(version) {
    if (!/^[\x21-\x7e]+$/.test(version)) return null;
    const key: Key[] = [];
    for (const token of tokensOf(version.toLowerCase())) {
      if (token.afterHyphen || !/^\d/.test(token.text)) dropNothing(key);
      key.push(tokenKey(token));
    }
    dropNothing(key);
    return exactly([...key.flat(), end]);
  },
};

type Token = { text: string; afterHyphen: boolean };

/** Going from digits to letters or back counts as a hyphen. */
function tokensOf(version: string): Token[] {
  // Where nothing stands before a separator, 0 does.
  return version
    .replace(/^(?=[-._])/, '0')
    .split(/(?=[-._])/)
    .flatMap((piece) => {
      const separator = /^[-._]/.exec(piece)?.[0] ?? '';
      const runs = piece.slice(separator.length).match(/\d+|\D+/g) ?? ['0'];
      return runs.map((run, index) => ({
        text: isNumber(runs[index + 1]) ? (shortForms.get(run) ?? run) : run,
        afterHyphen: index > 0 || separator === '-',
      }));
    });
}

function isNumber(text: string | undefined): boolean {
  return text !== undefined && /^\d/.test(text);
}

function tokenKey({ text, afterHyphen }: Token): Key {
  if (nothing.has(text)) return nought;
  if (!isNumber(text)) return qualifiers.get(text) ?? word(otherWord, text);
  const digits = number(text);
  return afterHyphen ? [hyphenNumber, ...digits] : digits;
}

const nought = number('0');

function dropNothing(key: Key[]): void {
  while (key.at(-1)?.at(-1) === nought[0]) key.pop();
}
