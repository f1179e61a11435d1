import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { sharedData } from '../../test/shared.ts';
import { canonicalVers, formatVers, orderOfVers, parseVers, readVers, stretchesOf, type VersRule } from './vers.ts';
import { spansOf, type VersionRange, versionKey } from './version-key.ts';

const corpus = sharedData('identifiers/vers-spec');

type Case = {
  test_group: 'required' | 'recommended';
  test_type: string;
  input: string | { vers: string; version: string };
  expected_output: unknown;
  expected_failure?: boolean;
  expected_message?: string;
};

const casesIn = (file: string): Case[] =>
  corpus ? (JSON.parse(readFileSync(path.join(corpus, `${file}_test.json`), 'utf8')).tests as Case[]) : [];

/** What the official messages are called here. */
const rules: Record<string, VersRule> = {
  'whitespace is not permitted': 'whitespace',
  'leading pipe is not permitted': 'empty-constraint',
  'trailing pipe is not permitted': 'empty-constraint',
  'consecutive pipes are not permitted': 'empty-constraint',
  'constraints are not sorted by version': 'unsorted',
  'invalid percent-encoding in version': 'bad-encoding',
  'datetime time colons must be unencoded': 'needless-encoding',
  'percent-encoding in version is not canonical': 'needless-encoding',
  // The order of datetime is not built, so its own rules are not known either.
  'datetime must use uppercase T and Z': 'unknown-scheme',
};

// Of the official files those of Conan's ranges are left out: its order is not built.
describe.runIf(corpus)('the official cases', () => {
  test.each(casesIn('vers_canonical_parse'))('parse $input', ({ input, expected_output, expected_message }) => {
    const parse = () => {
      const { scheme, constraints } = parseVers(input as string);
      return { scheme, version_constraints: constraints };
    };

    if (expected_message === undefined) expect(parse()).toEqual(expected_output);
    else {
      const rule = rules[expected_message.replace('non-canonical VERS: ', '')];
      if (!rule) throw new Error(`No rule is named for “${expected_message}”`);
      expect(parse).toThrow(expect.objectContaining({ name: 'VersFault', rule }));
    }
  });

  test.each(casesIn('pypi_range_validate'))('validate $input', ({ input, expected_output }) => {
    expect(formatVers(canonicalVers(readVers(input as string)))).toBe(expected_output);
  });

  test.each(casesIn('pypi_range_containment'))(
    'contain $input.version in $input.vers',
    ({ input, expected_output }) => {
      const { vers, version } = input as { vers: string; version: string };
      expect(contains(vers, version)).toBe(expected_output);
    },
  );

  test('there are as many as were counted', () => {
    const counts = ['vers_canonical_parse', 'pypi_range_validate', 'pypi_range_containment'].map(
      (file) => casesIn(file).length,
    );
    expect(counts).toEqual([12, 19, 10]);
  });
});

test.each<[vers: string, version: string, isIn: boolean]>([
  ['vers:pypi/*', '1.0', true],
  ['vers:pypi/!=5', '4', true],
  ['vers:pypi/!=5', '5.0', false],
  ['vers:pypi/>=1.0|<2.0|>=3.0|<4.0', '3.5', true],
  ['vers:pypi/>=1.0|<2.0|>=3.0|<4.0', '2.5', false],
  ['vers:pypi/>1.0|>=1.1|<2.0|<=3.0', '2.5', true],
  ['vers:pypi/>1.0|>=1.1|<2.0|<=3.0', '1.0', false],
  ['vers:deb/<=1.1.1k-1%2Bdeb11u1', '1.1.1k-1', true],
  ['vers:openssl/1.0.1b|3.0.0', '1.0.1b', true],
])('%s holds %s: %s', (vers, version, isIn) => expect(contains(vers, version)).toBe(isIn));

test.each<[text: string, rule: VersRule]>([
  ['npm/1.0', 'no-vers'],
  ['vers:npm/', 'empty-constraint'],
  ['vers:npm/>=', 'empty-constraint'],
  ['vers:conan/1.0', 'unknown-scheme'],
])('%s breaks the rule %s', (text, rule) => expect(() => parseVers(text)).toThrow(expect.objectContaining({ rule })));

test.each(['vers:npm/>=1.0.0|<2.0.0', 'vers:deb/1:1.1.1k-1+deb11u1', 'vers:generic/1.0%7C2', 'vers:rpm/*'])(
  '%s is written as it was read',
  (text) => expect(formatVers(parseVers(text))).toBe(text),
);

function contains(text: string, version: string): boolean {
  const vers = readVers(text);
  const { meant, leftOut } = stretchesOf(vers);
  const order = orderOfVers(vers.scheme) ?? 'generic';
  const holds = (range: VersionRange) => {
    const key = Buffer.from(versionKey(order, version) ?? []);
    return (spansOf(order, range) ?? []).some(({ from, before }) => key.compare(from) >= 0 && key.compare(before) < 0);
  };
  const exactly = (one: string) => ({ from: one, fromIncluded: true, to: one, toIncluded: true });
  return meant.some(holds) && !leftOut.some((one) => holds(exactly(one)));
}
