import { expect, test } from 'vitest';
import { randomOf, seedOfRun } from '../../test/random.ts';
import { asConanItself } from '../../test/versions/of-languages.ts';
import { proveOrder } from '../../test/versions/prove-order.ts';
import { aStrangeText } from '../../test/versions/strange-text.ts';
import { compareVersions, schemes, versionKey } from './version-key.ts';

const rounds = 20_000;
const ordered = schemes.filter((scheme) => scheme !== 'none');

test.each(ordered)('%s: keys, comparison and the rule written once more agree, in one order', (scheme) => {
  const { triples, sharing, equal, wrong } = proveOrder(scheme, randomOf(seedOfRun(11)), rounds);

  expect(wrong).toEqual([]);
  expect(triples).toBe(rounds);
  expect(sharing).toBeGreaterThan(rounds * 0.3);
  expect(equal).toBeGreaterThan(0);
});

test.each(schemes)('%s: no text is too strange, and keys order as versions compare', (scheme) => {
  const random = randomOf(seedOfRun(12));
  let [a, b, c] = [aStrangeText(random), aStrangeText(random), aStrangeText(random)];
  const wrong: string[] = [];
  for (let round = 0; round < rounds; round++) {
    const [first, second, third] = [a, b, c].map((version) => keyOf(scheme, version));
    const [sign, back] = [compareVersions(scheme, a, b), compareVersions(scheme, b, a)];
    if ((sign === null) !== (!first || !second)) wrong.push(`${a} ${b} ${sign}`);
    if (
      first &&
      second &&
      (first.compare(second) !== Math.sign(sign ?? 0) || Math.sign(back ?? 0) !== 0 - first.compare(second))
    )
      wrong.push(`${a} ${b} ${sign} ${back}`);
    if (
      first &&
      second &&
      third &&
      first.compare(second) <= 0 &&
      second.compare(third) <= 0 &&
      first.compare(third) > 0
    )
      wrong.push(`${a} ${b} ${c}`);
    [a, b, c] = [b, c, aStrangeText(random)];
  }
  expect(wrong).toEqual([]);
});

function keyOf(scheme: (typeof schemes)[number], version: string): Buffer | null {
  const key = versionKey(scheme, version);
  return key && Buffer.from(key);
}

test('the longest version still fits into an index', () => {
  const longest = ['1'.repeat(300), '1.'.repeat(150), '1a'.repeat(150), `1${'ば'.repeat(299)}`, '1-a.'.repeat(75)];

  const sizes = schemes.flatMap((scheme) => longest.map((version) => versionKey(scheme, version)?.length ?? 0));

  expect(Math.max(...sizes)).toBeLessThan(1500);
});

test('conan: where it makes no circle, two parts are ordered as Conan itself does', () => {
  const parts = ['0', '1', '9', '1a', '1b', '9a', '1*', '10', '99', '10a', '10b', '99z', 'a', 'b', 'cci', 'zz', '*'];
  const digitsOf = (part: string) => /^\d*/.exec(part)?.[0].length;
  const pairs = parts.flatMap((one) => parts.map((other) => [one, other] as const));
  const clear = pairs.filter(([one, other]) => digitsOf(one) === digitsOf(other) || /^\D/.test(one + other));

  const wrong = clear.filter(
    ([one, other]) =>
      Math.sign(compareVersions('conan', `1.${one}.1`, `1.${other}.1`) ?? Number.NaN) !==
      Math.sign(asConanItself(one, other)),
  );

  expect(clear.length).toBeGreaterThan(100);
  expect(wrong).toEqual([]);
});
