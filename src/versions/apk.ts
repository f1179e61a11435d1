import { anyRevision, exactly, type Key, number, type VersionScheme, word } from './key.ts';

const suffixBefore = ['alpha', 'beta', 'pre', 'rc'];
const suffixAfter = ['cvs', 'svn', 'git', 'hg', 'p'];

// What may stand next, in its order.
const firstSuffixBefore = 0x10;
const end = 0x20;
const revision = 0x21;
const hash = 0x22;
const suffixNumber = 0x23;
const firstSuffixAfter = 0x24;
const letter = 0x30;
const fraction = 0x3f;

const shape =
  /^(\d+)((?:\.\d+)*)([a-z]?)((?:_(?:alpha|beta|pre|rc|cvs|svn|git|hg|p)\d*)*)(?:~([0-9a-f]+))?(?:-r(\d+))?$/;

/**
 * Alpine packages: 1.2.3b_rc1-r4. A version without -r stands for all its revisions.
 * @source apk-tools, apk-package(5): a part that begins with 0 is a fraction and compared as text
 */
export const apk: VersionScheme = {
  read(version) {
    const [, first, parts, sign, suffixes, commit, built] = shape.exec(version) ?? [];
    if (first === undefined) return null;
    const key = [
      ...number(first),
      ...(parts?.match(/\d+/g) ?? []).flatMap((part) => (part.startsWith('0') ? word(fraction, part) : number(part))),
      ...(sign ? word(letter, sign) : []),
      ...(suffixes?.match(/[a-z]+\d*/g) ?? []).flatMap(suffixKey),
      ...(commit ? word(hash, commit) : []),
    ];
    if (built !== undefined) return exactly([...key, revision, ...number(built), end]);
    const all = anyRevision([...key, end], [...key, end]);
    return { ...all, before: [...key, revision, 0xff] };
  },
};

function suffixKey(suffix: string): Key {
  const name = suffix.replace(/\d+$/, '');
  const counted = suffix === name ? [] : [suffixNumber, ...number(suffix.slice(name.length))];
  const early = suffixBefore.indexOf(name);
  return [early < 0 ? firstSuffixAfter + suffixAfter.indexOf(name) : firstSuffixBefore + early, ...counted];
}
