import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { readVersions } from './read-versions.ts';
import { order } from './version-token.ts';

vi.setConfig({ testTimeout: 120_000 });

const runs = { numRuns: 20_000 };

type Bounds = [from: string | null, fromIncluded: boolean, to: string | null, toIncluded: boolean];
type Template = (low: string, high: string) => [text: string, bounds: Bounds];

const upper = (included: boolean, words: (version: string) => string): Template => {
  return (low) => [words(low), [null, false, low, included]];
};
const lower = (included: boolean, words: (version: string) => string): Template => {
  return (low) => [words(low), [low, included, null, false]];
};
const between = (included: boolean, words: (low: string, high: string) => string): Template => {
  return (low, high) => [words(low, high), [low, true, high, included]];
};

const templates: Template[] = [
  upper(true, (v) => `${v} and earlier`),
  upper(true, (v) => `firmware Ver. ${v} and prior versions`),
  upper(true, (v) => `versions up to and including ${v}`),
  upper(true, (v) => `${v} or lower`),
  upper(true, (v) => `<= ${v}`),
  upper(true, (v) => `${v}以前`),
  upper(true, (v) => `Ver.${v} およびそれ以前のバージョン`),
  upper(true, (v) => `ファームウェア ${v} 以下`),
  upper(false, (v) => `prior to ${v}`),
  upper(false, (v) => `all versions before v${v}`),
  upper(false, (v) => `earlier than Version ${v}`),
  upper(false, (v) => `All versions < V${v}`),
  upper(false, (v) => `${v} 未満`),
  upper(false, (v) => `バージョン ${v} より前のバージョン`),
  lower(true, (v) => `${v} and later`),
  lower(true, (v) => `>=${v}`),
  lower(true, (v) => `Ver.${v}以降`),
  lower(true, (v) => `${v} 以上`),
  lower(false, (v) => `after ${v}`),
  lower(false, (v) => `${v} より後`),
  between(true, (a, b) => `from ${a} to ${b}`),
  between(true, (a, b) => `versions ${a} through ${b}`),
  between(true, (a, b) => `${a} – ${b}`),
  between(true, (a, b) => `V${a}～V${b}`),
  between(true, (a, b) => `${a} から ${b} まで`),
  between(true, (a, b) => `${a} 以上 ${b} 以下`),
  between(false, (a, b) => `from ${a} before ${b}`),
  between(false, (a, b) => `>= ${a}, < ${b}`),
  between(false, (a, b) => `${a} <= x < ${b}`),
  between(false, (a, b) => `${a}から${b}より前のバージョン`),
  between(false, (a, b) => `${a} 以上 ${b} 未満`),
];

const version = fc
  .tuple(
    fc.array(fc.nat(40), { minLength: 2, maxLength: 4 }),
    fc.constantFrom('', '', 'a', 'p2', '-rc1', '_12', ' Build 77'),
  )
  .map(([numbers, tail]) => `${numbers.join('.')}${tail}`);
const pair = fc.tuple(version, version).filter(([a, b]) => (order(a, b) ?? 1) < 0);

test('a range that is put into words is read back as the same range', () => {
  fc.assert(
    fc.property(fc.constantFrom(...templates), pair, (template, [low, high]) => {
      const [text, bounds] = template(low, high);

      expect({ text, bounds: boundsOf(text) }).toEqual({ text, bounds: [bounds] });
    }),
    runs,
  );
});

test('two products in one text keep their own ranges', () => {
  fc.assert(
    fc.property(fc.constantFrom(...templates), fc.constantFrom(...templates), pair, (first, second, [low, high]) => {
      const [one, two] = [first(low, high), second(low, high)];
      const text = `ABC-1234: ${one[0]}; DEF-5678: ${two[0]}`;

      expect({ text, bounds: boundsOf(text) }).toEqual({ text, bounds: [one[1], two[1]] });
    }),
    runs,
  );
});

test('words that are not known make a text unread, or leave its range as it is', () => {
  const word = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'), minLength: 3, maxLength: 9 }),
    fc.constantFrom(
      'not',
      'except',
      'patched',
      'SQLite',
      'のみ',
      '以外',
      '除く',
      '(beta)',
      '"Foo"',
      'hardware',
      '/',
      '*',
      '#2',
      '修正済み',
    ),
  );
  fc.assert(
    fc.property(fc.constantFrom(...templates), pair, word, fc.nat(12), (template, [low, high], extra, place) => {
      const [text, bounds] = template(low, high);
      const words = text.split(' ');
      words.splice(place % (words.length + 1), 0, extra);
      const told = boundsOf(words.join(' '));

      if (told) expect({ words: words.join(' '), told }).toEqual({ words: words.join(' '), told: [bounds] });
    }),
    runs,
  );
});

test('any text at all is read or refused, and is never read as nothing', () => {
  const pieces = fc.constantFrom(
    ...'1.0|2.3.1|V|Ver.| |, |and |and earlier|prior to |から|以前|より前|(|)|（|CVE-2026-1234|:|;|\n|x|5.x|系|ABC-1|~|〜|-|all versions|未満|<|>=|'.split(
      '|',
    ),
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(pieces, { maxLength: 14 }).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(text, (any) => {
      const reading = readVersions(any);
      if ('unread' in reading) return;

      expect(reading.parts.length).toBeGreaterThan(0);
      for (const { ranges } of reading.parts) expect(ranges.length).toBeGreaterThan(0);
    }),
    runs,
  );
});

test.each([
  'a'.repeat(100_000),
  '1'.repeat(100_000),
  '1.'.repeat(50_000),
  `${'1.0, '.repeat(390)}1.0`,
  '('.repeat(1999),
  '1.0('.repeat(499),
  `${'CVE-2026-1234, '.repeat(130)}x`,
  '以前'.repeat(999),
  `1.0${' '.repeat(1990)}`,
  `1.0${' patch 1'.repeat(240)}`,
])('a text made to be slow is answered: %#', (text) => {
  expect(readVersions(text)).toBeTypeOf('object');
});

function boundsOf(text: string): Bounds[] | null {
  const reading = readVersions(text);
  if ('unread' in reading) return null;
  return reading.parts.flatMap(({ ranges }) =>
    ranges.map(
      ({ from, to }): Bounds => [
        from?.version ?? null,
        from?.included ?? false,
        to?.version ?? null,
        to?.included ?? false,
      ],
    ),
  );
}
