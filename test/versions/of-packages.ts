import { byMembers, byText, byValue, type Compare, first, orMissing } from './comparing.ts';

// The rules of package managers as their programs compare, without keys.

/** @source Debian Policy, 5.6.12 */
export const asDebian: Compare = (a, b) => {
  const [one, other] = [debianParts(a), debianParts(b)];
  return first(
    () => byValue(one[0], other[0]),
    () => debianPart(one[1], other[1]),
    () => debianPart(one[2], other[2]),
  );
};

function debianParts(version: string): [epoch: string, upstream: string, revision: string] {
  const [, epoch = '0', rest = ''] = /^(?:(\d+):)?(.*)$/.exec(version) ?? [];
  const hyphen = rest.lastIndexOf('-');
  return hyphen < 0 ? [epoch, rest, '0'] : [epoch, rest.slice(0, hyphen), rest.slice(hyphen + 1)];
}

function debianPart(a: string, b: string): number {
  const weight = (sign: string | undefined) => {
    if (sign === '~') return -1;
    if (sign === undefined) return 0;
    return /[a-z]/i.test(sign) ? sign.charCodeAt(0) : sign.charCodeAt(0) + 256;
  };
  let [x, y] = [a, b];
  while (x !== '' || y !== '') {
    const [signsX = '', signsY = ''] = [/^\D*/.exec(x)?.[0], /^\D*/.exec(y)?.[0]];
    const signs = byMembers([...signsX], [...signsY], (one, other) => weight(one) - weight(other));
    if (signs !== 0) return signs;
    [x, y] = [x.slice(signsX.length), y.slice(signsY.length)];
    const [digitsX = '', digitsY = ''] = [/^\d*/.exec(x)?.[0], /^\d*/.exec(y)?.[0]];
    const digits = byValue(digitsX, digitsY);
    if (digits !== 0) return digits;
    [x, y] = [x.slice(digitsX.length), y.slice(digitsY.length)];
  }
  return 0;
}

/** Epoch, version and release; a missing release is an empty one. @source rpm, rpmvercmp */
export const asRpm: Compare = (a, b) => {
  const [one, other] = [parts(a), parts(b)];
  return first(
    () => byValue(one.epoch, other.epoch),
    () => rpmPart(one.version, other.version),
    () => rpmPart(one.release ?? '', other.release ?? ''),
  );
};

function parts(text: string): { epoch: string; version: string; release: string | undefined } {
  const [, epoch = '', rest = ''] = /^(?:(\d*):)?(.*)$/s.exec(text) ?? [];
  const hyphen = rest.lastIndexOf('-');
  if (hyphen < 0) return { epoch, version: rest, release: undefined };
  return { epoch, version: rest.slice(0, hyphen), release: rest.slice(hyphen + 1) };
}

function rpmPart(one: string, other: string): number {
  let [a, b] = [one, other];
  while (a !== '' || b !== '') {
    [a, b] = [a.replace(/^[^a-z0-9~^]+/i, ''), b.replace(/^[^a-z0-9~^]+/i, '')];
    if (a[0] === '~' || b[0] === '~') {
      if (a[0] !== '~') return 1;
      if (b[0] !== '~') return -1;
      [a, b] = [a.slice(1), b.slice(1)];
    } else if (a[0] === '^' || b[0] === '^') {
      if (a === '') return -1;
      if (b === '') return 1;
      if (a[0] !== '^') return 1;
      if (b[0] !== '^') return -1;
      [a, b] = [a.slice(1), b.slice(1)];
    } else {
      if (a === '' || b === '') break;
      const digits = /^\d/.test(a);
      const kind = digits ? /^\d+/ : /^[a-z]+/i;
      const [left = '', right = ''] = [kind.exec(a)?.[0], kind.exec(b)?.[0]];
      if (right === '') return digits ? 1 : -1;
      const difference = digits ? byValue(left, right) : byText(left, right);
      if (difference !== 0) return difference;
      [a, b] = [a.slice(left.length), b.slice(right.length)];
    }
  }
  return a.length - b.length;
}

/** Epoch, version and release; a missing release is the first. @source pacman, vercmp and libalpm's rpmvercmp */
export const asPacman: Compare = (a, b) => {
  const [one, other] = [parts(a), parts(b)];
  return first(
    () => byValue(one.epoch, other.epoch),
    () => pacmanPart(one.version, other.version),
    () => pacmanPart(one.release ?? '1', other.release ?? '1'),
  );
};

function pacmanPart(one: string, other: string): number {
  let [a, b] = [one, other];
  const isLetter = (text: string) => /^[a-z]/i.test(text);
  while (a !== '' && b !== '') {
    const [x = '', y = ''] = [/^[^a-z0-9]*/i.exec(a)?.[0], /^[^a-z0-9]*/i.exec(b)?.[0]];
    [a, b] = [a.slice(x.length), b.slice(y.length)];
    if (a === '' || b === '') break;
    if (x.length !== y.length) return x.length - y.length;
    const digits = /^\d/.test(a);
    const kind = digits ? /^\d+/ : /^[a-z]+/i;
    const [left = '', right = ''] = [kind.exec(a)?.[0], kind.exec(b)?.[0]];
    if (right === '') return digits ? 1 : -1;
    const difference = digits ? byValue(left, right) : byText(left, right);
    if (difference !== 0) return difference;
    [a, b] = [a.slice(left.length), b.slice(right.length)];
  }
  if (a === '' && b === '') return 0;
  return (a === '' && !isLetter(b)) || isLetter(a) ? -1 : 1;
}

type Ebuild = { numbers: string[]; letter: string; suffixes: string[]; revision: string };

function ebuildParts(text: string): Ebuild {
  const [said = '', revision = ''] = text.split('-r');
  const [release = '', ...suffixes] = said.split('_');
  const letter = /[a-z]$/.exec(release)?.[0] ?? '';
  return { numbers: release.replace(/[a-z]$/, '').split('.'), letter, suffixes, revision };
}

/** @source Package Manager Specification 8, algorithms 3.1 to 3.7 */
export const asPortage: Compare = (a, b) => {
  const [one, other] = [ebuildParts(a), ebuildParts(b)];
  const fraction: Compare = (x, y) =>
    x.startsWith('0') || y.startsWith('0') ? byText(x.replace(/0+$/, ''), y.replace(/0+$/, '')) : byValue(x, y);
  const rank = (suffix = '') => ['alpha', 'beta', 'pre', 'rc', '', 'p'].indexOf(suffix.replace(/\d+$/, ''));
  return first(
    () => byValue(one.numbers[0] ?? '', other.numbers[0] ?? ''),
    () =>
      byMembers(one.numbers.slice(1), other.numbers.slice(1), (x, y) =>
        orMissing(x, y, { missing: -1, compare: fraction }),
      ),
    () => byText(one.letter, other.letter),
    () =>
      byMembers(one.suffixes, other.suffixes, (x = '', y = '') =>
        first(
          () => rank(x) - rank(y),
          () => byValue(x.replace(/^\D+/, ''), y.replace(/^\D+/, '')),
        ),
      ),
    () => byValue(one.revision, other.revision),
  );
};

type AlpineToken = { kind: number; text: string };
/** Of two different tokens the later one here makes the newer version. A suffix before the release is below its end. */
const alpineKinds = ['early', 'end', 'revision', 'hash', 'count', 'late', 'letter', 'number'];
const early = ['alpha', 'beta', 'pre', 'rc'];
const late = ['cvs', 'svn', 'git', 'hg', 'p'];

function alpineTokens(text: string): AlpineToken[] {
  const found = text.matchAll(
    /_(?<suffix>[a-z]+)(?<count>\d*)|~(?<hash>[0-9a-f]+)|-r(?<revision>\d+)|\.?(?<number>\d+)|(?<letter>[a-z])/g,
  );
  return Array.from(found).flatMap(({ groups = {} }) => {
    const token = (kind: string, said: string | undefined) => ({ kind: alpineKinds.indexOf(kind), text: said ?? '' });
    const { suffix, count } = groups;
    if (suffix !== undefined)
      return [token(early.includes(suffix) ? 'early' : 'late', suffix), ...(count ? [token('count', count)] : [])];
    const kind = ['hash', 'revision', 'number', 'letter'].find((one) => groups[one] !== undefined) ?? '';
    return [token(kind, groups[kind])];
  });
}

/** Token by token; a number that is not the first and has a 0 in front is text, below those that have none. @source apk-tools, version comparison */
export const asAlpine: Compare = (a, b) => {
  const end = { kind: alpineKinds.indexOf('end'), text: '' };
  let isFirst = true;
  return byMembers(alpineTokens(a), alpineTokens(b), (x = end, y = end) => {
    const isFraction = (text: string) => !isFirst && text.startsWith('0');
    const kind = alpineKinds[x.kind] ?? '';
    const numbers = () => {
      const [isX, isY] = [isFraction(x.text), isFraction(y.text)];
      if (isX && isY) return byText(x.text, y.text);
      return isX || isY ? Number(isY) - Number(isX) : byValue(x.text, y.text);
    };
    const difference = first(
      () => x.kind - y.kind,
      () => {
        if (kind === 'number') return numbers();
        if (kind === 'early' || kind === 'late')
          return [...early, ...late].indexOf(x.text) - [...early, ...late].indexOf(y.text);
        return kind === 'count' || kind === 'revision' ? byValue(x.text, y.text) : byText(x.text, y.text);
      },
    );
    isFirst = false;
    return difference;
  });
};
