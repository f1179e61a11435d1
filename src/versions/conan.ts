import { ascii, exactly, type Key, number, type VersionScheme } from './key.ts';

const end = 0x01;
/** Where a pre-release is missing, it stands above, where a build is missing, below those that have one. */
const missingBuild = 0x01;
const present = 0x02;
const missingPreRelease = 0x03;

const lowText = 0x10;
const counted = 0x20;
const text = 0x30;

/**
 * Recipes of Conan for C and C++: parts between dots, then a pre-release, then a build, which counts. Zeros at the end of each
 * mean nothing. Conan compares a number with a text as texts, which is a circle (9 < 10 < 1a < 9); here a part that begins
 * with a number is ordered by it first, which differs from Conan only between numbers of different length (9a < 10a).
 * @source Conan 2 documentation, Version ranges and versions comparison; conan, Version
 */
export const conan: VersionScheme = {
  readsWords: true,
  read(version) {
    if (!/^[\x21-\x7e]+$/.test(version)) return null;
    const plus = version.lastIndexOf('+');
    const [front, build] = plus < 0 ? [version, null] : [version.slice(0, plus), version.slice(plus + 1)];
    const hyphen = front.indexOf('-');
    const [release, preRelease] = hyphen < 0 ? [front, null] : [front.slice(0, hyphen), front.slice(hyphen + 1)];
    return exactly([
      ...partsKey(release),
      ...(preRelease === null ? [missingPreRelease] : [present, ...partsKey(preRelease)]),
      ...(build === null ? [missingBuild] : [present, ...partsKey(build)]),
    ]);
  },
};

function partsKey(parts: string): Key {
  const said = parts.split('.');
  const kept = said.slice(0, said.findLastIndex((part) => !/^0+$/.test(part)) + 1);
  return [...kept.flatMap(partKey), end];
}

/** As text a part that begins with no digit stands by its first sign below or above the digits; an empty one below all. */
function partKey(part: string): Key {
  const digits = /^\d+/.exec(part)?.[0];
  if (digits === undefined) return [part < '0' ? lowText : text, ...ascii(part), 0];
  const rest = part.slice(digits.length);
  const zeros = digits.length - digits.replace(/^0+(?=\d)/, '').length;
  // 01 is 1, but 01a as a text stands before 1a.
  return [
    counted,
    ...number(digits),
    ...ascii(rest),
    0,
    ...(rest === '' ? [] : [0xff - (zeros >> 8), 0xff - (zeros & 0xff)]),
  ];
}
