import { byMembers, byText, byValue, type Compare, first, isNumber, orMissing } from './comparing.ts';

// The rules of languages' package managers as they compare, without keys.

const upToPlus = (version: string) => version.split('+')[0] ?? '';

/** Numbers, and the identifiers of a pre-release, which may follow without a hyphen. */
function semverParts(version: string): { numbers: string[]; identifiers: string[] | undefined } {
  const [, numbers = '', rest = ''] = /^\D*([\d.]*\d)(.*)$/s.exec(upToPlus(version)) ?? [];
  return { numbers: numbers.split('.'), identifiers: rest === '' ? undefined : rest.replace(/^-/, '').split('.') };
}

/** @source Semantic Versioning 2.0.0, 11 */
export const asSemver: Compare = (a, b) => {
  const [one, other] = [semverParts(a), semverParts(b)];
  const identifier: Compare = (x, y) => {
    const [isX, isY] = [/^\d+$/.test(x), /^\d+$/.test(y)];
    if (isX !== isY) return isX ? -1 : 1;
    return isX ? byValue(x, y) : byText(x, y);
  };
  return first(
    () => byMembers(one.numbers, other.numbers, (x = '', y = '') => byValue(x, y)),
    () =>
      orMissing(one.identifiers, other.identifiers, {
        missing: 1,
        compare: (x, y) => byMembers(x, y, (p, q) => orMissing(p, q, { missing: -1, compare: identifier })),
      }),
  );
};

/** @source NuGet documentation, Package versioning: semantic versions without regard to case */
export const asNuget: Compare = (a, b) => asSemver(a.toUpperCase(), b.toUpperCase());

/** @source RubyGems, Gem::Version: segments, of which missing ones are 0 and words stand before numbers */
export const asGem: Compare = (a, b) => {
  const segments = (version: string) => {
    const all = version.replaceAll('-', '.pre.').match(/\d+|[a-z]+/gi) ?? [];
    const word = all.findIndex((one) => !isNumber(one));
    const numbers = word < 0 ? all : all.slice(0, word);
    while (/^0+$/.test(numbers.at(-1) ?? '')) numbers.pop();
    return word < 0 ? numbers : [...numbers, ...all.slice(word)];
  };
  return byMembers(segments(a), segments(b), (x = '0', y = '0') => {
    if (isNumber(x) !== isNumber(y)) return isNumber(x) ? 1 : -1;
    return isNumber(x) ? byValue(x, y) : byText(x, y);
  });
};

/**
 * Conan's tuples, but a part that begins with digits is ordered by these first (Conan's texts against numbers are a circle).
 * @source conan, Version
 */
export const asConan: Compare = (a, b) => {
  const [one, other] = [conanParts(a), conanParts(b)];
  const tuple = (x: string, y: string) =>
    byMembers(conanItems(x), conanItems(y), (p, q) => orMissing(p, q, { missing: -1, compare: conanItem }));
  return first(
    () => tuple(one.release, other.release),
    () => orMissing(one.preRelease, other.preRelease, { missing: 1, compare: tuple }),
    () => orMissing(one.build, other.build, { missing: -1, compare: tuple }),
  );
};

function conanParts(version: string) {
  const [, front = '', build] = /^(.*?)(?:\+([^+]*))?$/s.exec(version) ?? [];
  const [, release = '', preRelease] = /^([^-]*)(?:-(.*))?$/s.exec(front) ?? [];
  return { release, preRelease, build };
}

function conanItems(text: string): string[] {
  const items = text.split('.');
  while (/^0+$/.test(items.at(-1) ?? '')) items.pop();
  return items;
}

function conanItem(x: string, y: string): number {
  const [, digitsX = '', restX = ''] = /^(\d*)(.*)$/s.exec(x) ?? [];
  const [, digitsY = '', restY = ''] = /^(\d*)(.*)$/s.exec(y) ?? [];
  if (digitsX === '' || digitsY === '') return byText(x, y);
  const isWhole = restX === '' && restY === '';
  return first(
    () => byValue(digitsX, digitsY),
    () => byText(restX, restY),
    () => (isWhole ? 0 : digitsY.length - digitsX.length),
  );
}

/** What Conan's own comparison of two parts says: numbers as numbers, all else as texts. @source conan, _VersionItem */
export const asConanItself: Compare = (x, y) => (/^\d+$/.test(x) && /^\d+$/.test(y) ? byValue(x, y) : byText(x, y));

type Python = { epoch: string; numbers: string[]; places: (string | number)[]; local: string[] | undefined };

function pythonParts(version: string): Python {
  const [main = '', local] = version.toLowerCase().replace(/^v/, '').split('+');
  const [, epoch = '0', numbers = '', rest = ''] = /^(?:(\d+)!)?(\d+(?:\.\d+)*)(.*)$/.exec(main) ?? [];
  const count = (word: RegExp) => word.exec(rest);
  const pre = count(/^[-_.]?(alpha|beta|preview|pre|rc|a|b|c)[-_.]?(\d*)/);
  const dev = count(/dev[-_.]?(\d*)$/);
  const after = rest.slice(pre?.[0].length ?? 0);
  const post = /^(?:[-_.]?(?:post|rev|r)[-_.]?(\d*)|-(\d+))/.exec(after);
  const stage = pre ? ['a', 'alpha', 'b', 'beta'].indexOf(`${pre[1]}`) : 6;
  return {
    epoch,
    numbers: numbers.split('.'),
    places: [
      !pre && !post && dev ? -1 : Math.floor((stage < 0 ? 4 : stage) / 2),
      pre?.[2] || '0',
      post ? 1 : 0,
      post?.[1] || post?.[2] || '0',
      dev ? 0 : 1,
      dev?.[1] || '0',
    ],
    local: local?.split(/[-_.]/),
  };
}

/** @source PEP 440, Summary of permitted suffixes and relative ordering; Local version identifiers */
export const asPython: Compare = (a, b) => {
  const [one, other] = [pythonParts(a), pythonParts(b)];
  const place = (x: string | number = 0, y: string | number = 0) =>
    typeof x === 'number' ? x - Number(y) : byValue(x, `${y}`);
  const local: Compare = (x, y) => {
    const [isX, isY] = [/^\d+$/.test(x), /^\d+$/.test(y)];
    if (isX !== isY) return isX ? 1 : -1;
    return isX ? byValue(x, y) : byText(x, y);
  };
  return first(
    () => byValue(one.epoch, other.epoch),
    () => byMembers(one.numbers, other.numbers, (x = '', y = '') => byValue(x, y)),
    () => byMembers(one.places, other.places, place),
    () =>
      orMissing(one.local, other.local, {
        missing: -1,
        compare: (x, y) => byMembers(x, y, (p, q) => orMissing(p, q, { missing: -1, compare: local })),
      }),
  );
};

type Token = { sign: string; text: string; isGlued: boolean };

function mavenTokens(version: string): Token[] {
  const tokens: Token[] = [];
  let sign = '';
  for (const piece of version.toLowerCase().split(/([-._])/)) {
    if (/^[-._]$/.test(piece)) sign = piece;
    else
      for (const [place, text] of (piece.match(/\d+|\D+/g) ?? ['0']).entries())
        tokens.push({ sign: place > 0 ? '-' : sign, text, isGlued: place > 0 });
  }
  const long = new Map([
    ['a', 'alpha'],
    ['b', 'beta'],
    ['m', 'milestone'],
  ]);
  return trimmed(
    tokens.map((token, place) =>
      tokens[place + 1]?.isGlued ? { ...token, text: long.get(token.text) ?? token.text } : token,
    ),
  );
}

const isNull = ({ text }: Pick<Token, 'text'>) => /^(?:0+|final|ga|release)$/.test(text);

/** Zeros and words for a release are dropped at the end, before a hyphen, and before a word (MNG-7644). */
function trimmed(tokens: Token[]): Token[] {
  const kept: Token[] = [];
  for (const token of tokens) {
    if (token.sign === '-' || !isNumber(token.text)) while (kept.length > 0 && isNull(kept.at(-1) as Token)) kept.pop();
    kept.push(token);
  }
  while (kept.length > 0 && isNull(kept.at(-1) as Token)) kept.pop();
  return kept;
}

const stages = ['alpha', 'beta', 'milestone', 'rc', 'snapshot', '', 'sp'];

/** @source Maven POM reference, Version Order Specification */
export const asMaven: Compare = (a, b) => {
  const kind = ({ sign, text }: Omit<Token, 'isGlued'>) => (!isNumber(text) ? 0 : sign === '-' ? 1 : 2);
  const word = (text: string) => {
    const known = isNull({ text }) ? '' : text === 'cr' ? 'rc' : text;
    const stage = stages.indexOf(known);
    return { stage: stage < 0 ? stages.length : stage, text: stage < 0 ? known : '' };
  };
  const padding = ({ sign, text }: Token) => ({ sign, text: sign === '-' || !isNumber(text) ? '' : '0' });
  return byMembers(mavenTokens(a), mavenTokens(b), (x, y) => {
    const [one, other] = [x ?? padding(y as Token), y ?? padding(x as Token)];
    if (kind(one) !== kind(other)) return kind(one) - kind(other);
    if (isNumber(one.text)) return byValue(one.text, other.text);
    const [p, q] = [word(one.text), word(other.text)];
    return p.stage - q.stage || byText(p.text, q.text);
  });
};
