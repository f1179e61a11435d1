import { anyRevision, type Key, number, type VersionScheme, word } from './key.ts';

const suffixBefore = ['alpha', 'beta', 'pre', 'rc'];

// What may stand next, in its order.
const firstSuffixBefore = 0x10;
const end = 0x20;
const suffixAfter = 0x24;
const letter = 0x30;
const fraction = 0x3f;

const shape = /^(\d+)((?:\.\d+)*)([a-z]?)((?:_(?:alpha|beta|pre|rc|p)\d*)*)(?:-r(\d+))?$/;

/**
 * Gentoo ebuilds: 1.2.3b_rc1-r4. 1.0 is not 1; a version without -r is its revision 0 and stands for all its revisions.
 * @source Package Manager Specification 8, 3.2 and 3.3
 */
export const gentoo: VersionScheme = {
  read(version) {
    const [, first, parts, sign, suffixes, revision] = shape.exec(version) ?? [];
    if (first === undefined) return null;
    const prefix = [
      ...number(first),
      ...(parts?.match(/\d+/g) ?? []).flatMap(partKey),
      ...(sign ? word(letter, sign) : []),
      ...(suffixes?.match(/[a-z]+\d*/g) ?? []).flatMap(suffixKey),
      end,
    ];
    const reading = anyRevision([...prefix, ...number(revision ?? '0')], prefix);
    return revision === undefined ? reading : { ...reading, from: reading.key, before: [...reading.key, 0] };
  },
};

/** A part that begins with 0 is a fraction: compared as text, zeros at its end mean nothing. It stands below whole numbers. */
function partKey(part: string): Key {
  return part.startsWith('0') ? word(fraction, part.replace(/0+$/, '')) : number(part);
}

/** A missing number is 0. */
function suffixKey(suffix: string): Key {
  const name = suffix.replace(/\d+$/, '');
  const early = suffixBefore.indexOf(name);
  return [early < 0 ? suffixAfter : firstSuffixBefore + early, ...number(suffix.slice(name.length))];
}
