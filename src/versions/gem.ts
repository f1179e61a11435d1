import { exactly, type Key, number, type VersionScheme, word } from './key.ts';

// Zeros that continue for ever stand at the end; before it what has a word next, after it what has a number next.
const text = 0x10;
const zerosThenText = 0x11;
const end = 0x20;
const zerosThenNumber = 0x30;

const shape = /^v?\d+(?:\.[0-9a-z]+)*(?:-[0-9a-z-]+(?:\.[0-9a-z-]+)*)?$/i;

/**
 * Ruby gems: numbers and words in turn, a word stands before every number and so makes a pre-release; a hyphen is ".pre.".
 * Zeros at the end, and those before the first word, mean nothing.
 * @source RubyGems, Gem::Version
 */
export const gem: VersionScheme = {
  read(version) {
    if (!shape.test(version)) return null;
    const segments =
      version
        .replace(/^v/i, '')
        .replaceAll('-', '.pre.')
        .match(/\d+|[a-z]+/gi) ?? [];
    const firstWord = segments.findIndex((segment) => !isNumber(segment));
    const numbers = firstWord < 0 ? segments : segments.slice(0, firstWord);
    return exactly(segmentsKey([...withoutZeros(numbers), ...withoutZeros(segments.slice(numbers.length))]));
  },
};

const isNumber = (segment: string) => /^\d/.test(segment);
const isZero = (segment: string) => /^0+$/.test(segment);
const withoutZeros = (segments: string[]) => segments.slice(0, segments.findLastIndex((one) => !isZero(one)) + 1);

function segmentsKey(segments: string[]): Key {
  const key: Key = [];
  let zeros = 0;
  for (const segment of segments) {
    if (isZero(segment)) {
      zeros += 1;
      continue;
    }
    // Of two runs of zeros the longer one is nearer to the end, from either side.
    if (!isNumber(segment)) key.push(...(zeros > 0 ? [zerosThenText, ...twoBytes(zeros)] : []), ...word(text, segment));
    else key.push(...(zeros > 0 ? [zerosThenNumber, ...twoBytes(0xffff - zeros)] : []), ...number(segment));
    zeros = 0;
  }
  return [...key, end];
}

const twoBytes = (count: number): Key => [count >> 8, count & 0xff];
