import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareVersions, type Scheme, schemes, versionKey } from './version-key.ts';

const runs = { numRuns: 20_000 };
type Compare = (a: string, b: string) => number;

test.each(schemes)('%s: no text is too strange, and keys order as versions compare', (scheme) => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    versionLike('.-_~+^:!', 'a rc beta dev p post sp r1'),
  );
  fc.assert(
    fc.property(text, text, text, (a, b, c) => {
      const keys = [a, b, c].map((version) => versionKey(scheme, version));
      const [first, second, third] = keys.map((key) => key && Buffer.from(key));
      const sign = compareVersions(scheme, a, b);

      expect(sign === null).toBe(!first || !second);
      if (!first || !second || sign === null) return;
      expect(Math.sign(first.compare(second))).toBe(Math.sign(sign));
      expect(Math.sign(compareVersions(scheme, b, a) ?? Number.NaN)).toBe(0 - Math.sign(sign));
      if (third && first.compare(second) <= 0 && second.compare(third) <= 0)
        expect(first.compare(third)).toBeLessThanOrEqual(0);
    }),
    runs,
  );
});

test('the longest version still fits into an index', () => {
  const longest = ['1'.repeat(300), '1.'.repeat(150), '1a'.repeat(150), `1${'ば'.repeat(299)}`, '1-a.'.repeat(75)];

  const sizes = schemes.flatMap((scheme) => longest.map((version) => versionKey(scheme, version)?.length ?? 0));

  expect(Math.max(...sizes)).toBeLessThan(1500);
});

// The rules written once more as comparisons, without keys.

const asDebian: Compare = (a, b) => {
  const split = (version: string) => {
    const [, epoch = '0', rest = ''] = /^(?:(\d+):)?(.*)$/.exec(version) ?? [];
    const hyphen = rest.lastIndexOf('-');
    return hyphen < 0 ? [epoch, rest, '0'] : [epoch, rest.slice(0, hyphen), rest.slice(hyphen + 1)];
  };
  const weight = (sign: string | undefined) => {
    if (sign === '~') return -1;
    if (sign === undefined) return 0;
    return /[a-z]/i.test(sign) ? sign.charCodeAt(0) : sign.charCodeAt(0) + 256;
  };
  const part: Compare = (one, other) => {
    let [x, y] = [one, other];
    while (x !== '' || y !== '') {
      const [signsX = '', signsY = ''] = [/^\D*/.exec(x)?.[0], /^\D*/.exec(y)?.[0]];
      for (let at = 0; at < Math.max(signsX.length, signsY.length); at++) {
        const difference = weight(signsX[at]) - weight(signsY[at]);
        if (difference !== 0) return difference;
      }
      [x, y] = [x.slice(signsX.length), y.slice(signsY.length)];
      const [digitsX = '', digitsY = ''] = [/^\d*/.exec(x)?.[0], /^\d*/.exec(y)?.[0]];
      const difference = byValue(digitsX, digitsY);
      if (difference !== 0) return difference;
      [x, y] = [x.slice(digitsX.length), y.slice(digitsY.length)];
    }
    return 0;
  };
  const [one, other] = [split(a), split(b)];
  return (
    byValue(one[0] ?? '', other[0] ?? '') || part(one[1] ?? '', other[1] ?? '') || part(one[2] ?? '', other[2] ?? '')
  );
};

const asRpm: Compare = (one, other) => {
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
};

const asSemver: Compare = (a, b) => {
  const split = (version: string) => {
    const [core = '', ...pre] = (version.split('+')[0] ?? '').split('-');
    return { core: core.split('.'), pre: pre.length > 0 ? pre.join('-').split('.') : null };
  };
  const [one, other] = [split(a), split(b)];
  for (const at of [0, 1, 2]) {
    const difference = byValue(one.core[at] ?? '', other.core[at] ?? '');
    if (difference !== 0) return difference;
  }
  if (!one.pre || !other.pre) return (one.pre ? 0 : 1) - (other.pre ? 0 : 1);
  for (let at = 0; at < Math.max(one.pre.length, other.pre.length); at++) {
    const [x, y] = [one.pre[at], other.pre[at]];
    if (x === undefined || y === undefined) return x === undefined ? -1 : 1;
    const [isX, isY] = [/^\d+$/.test(x), /^\d+$/.test(y)];
    if (isX !== isY) return isX ? -1 : 1;
    const difference = isX ? byValue(x, y) : byText(x, y);
    if (difference !== 0) return difference;
  }
  return 0;
};

const identifier = fc.constantFrom('0', '1', '10', '2', 'a', 'alpha', 'rc', 'rc1', 'x-y', '0a');
const core = fc.tuple(fc.nat(12), fc.nat(12), fc.nat(12)).map((numbers) => numbers.join('.'));
const semverLike = fc
  .tuple(core, fc.array(identifier, { maxLength: 3 }))
  .map(([numbers, pre]) => (pre.length > 0 ? `${numbers}-${pre.join('.')}` : numbers));
const rpmLike = versionLike('._~^+', 'a rc git el b').filter((version) => !/^[^a-z0-9]*$/i.test(version));

test.each<[Scheme, fc.Arbitrary<string>, Compare]>([
  ['deb', versionLike('.-+~', 'a rc deb ubuntu dfsg Z').map((version) => `1${version}`), asDebian],
  ['rpm', rpmLike, asRpm],
  ['semver', semverLike, asSemver],
])('%s: keys order as the rule compares directly', (scheme, versions, compare) => {
  let compared = 0;
  fc.assert(
    fc.property(versions, versions, (a, b) => {
      const sign = compareVersions(scheme, a, b);
      if (sign === null) return;
      compared += 1;
      expect(Math.sign(sign)).toBe(Math.sign(compare(a, b)));
    }),
    runs,
  );
  expect(compared).toBeGreaterThan(runs.numRuns / 2);
});

test('pep440: keys order as the parts of a version do', () => {
  const count = fc.nat(11);
  const python = fc.record({
    epoch: fc.constantFrom(0, 0, 0, 1),
    numbers: fc.array(count, { minLength: 1, maxLength: 4 }),
    pre: fc.option(fc.tuple(fc.nat(2), count)),
    post: fc.option(count),
    dev: fc.option(count),
  });
  type Python = typeof python extends fc.Arbitrary<infer T> ? T : never;
  const textOf = ({ epoch, numbers, pre, post, dev }: Python) =>
    [
      epoch > 0 ? `${epoch}!` : '',
      numbers.join('.'),
      pre ? `${['a', 'b', 'rc'][pre[0]]}${pre[1]}` : '',
      post === null ? '' : `.post${post}`,
      dev === null ? '' : `.dev${dev}`,
    ].join('');
  const partsOf = ({ epoch, numbers, pre, post, dev }: Python) => [
    epoch,
    ...[0, 1, 2, 3].map((place) => numbers[place] ?? 0),
    pre?.[0] ?? (post === null && dev !== null ? -1 : 3),
    pre?.[1] ?? 0,
    post ?? -1,
    dev ?? Number.POSITIVE_INFINITY,
  ];

  fc.assert(
    fc.property(python, python, (a, b) => {
      const others = partsOf(b);
      const differing = partsOf(a).map((part, place) => [part, others[place] ?? 0] as const);
      const [one, other] = differing.find(([mine, theirs]) => mine !== theirs) ?? [0, 0];

      expect(Math.sign(compareVersions('pep440', textOf(a), textOf(b)) ?? Number.NaN)).toBe(Math.sign(one - other));
    }),
    runs,
  );
});

function versionLike(separators: string, words: string): fc.Arbitrary<string> {
  const digits = fc.constantFrom('0', '1', '2', '9', '10', '01', '007', '20230101', '12345678901234567890');
  const piece = fc.oneof(
    { weight: 3, arbitrary: digits },
    fc.constantFrom(...separators),
    fc.constantFrom(...words.split(' ')),
  );
  return fc.array(piece, { minLength: 1, maxLength: 7 }).map((pieces) => pieces.join(''));
}

function byValue(a: string, b: string): number {
  const difference = BigInt(a || '0') - BigInt(b || '0');
  return difference === 0n ? 0 : difference > 0n ? 1 : -1;
}

function byText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
