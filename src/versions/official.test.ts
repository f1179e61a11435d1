import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { sharedData } from '../../test/shared.ts';
import {
  canonicalVers,
  formatVers,
  isWithinVers,
  orderOfVers,
  parseVers,
  readVers,
  VersFault,
  type VersRule,
} from './vers.ts';
import { versOfNative } from './vers-of-native.ts';
import { compareVersions } from './version-key.ts';

const corpus = sharedData('identifiers/vers-spec');

type Case = {
  test_type: 'comparison' | 'equality' | 'parse' | 'validate' | 'containment' | 'from_native';
  input: unknown;
  expected_output?: unknown;
  expected_failure?: boolean;
  expected_message?: string;
};

/** How many cases the files hold that were there when this was written; those that come later are run all the same. */
const counts: Record<string, number> = {
  'alpine_version_cmp_test.json': 716,
  'conan_range_from_native_basic_test.json': 20,
  'conan_range_from_native_test.json': 209,
  'conan_version_cmp_test.json': 47,
  'openssl_range_from_native_test.json': 8,
  'openssl_version_cmp_test.json': 44,
  'pypi_range_containment_test.json': 10,
  'pypi_range_from_native_test.json': 3,
  'pypi_range_validate_test.json': 19,
  'vers_canonical_parse_test.json': 12,
};

/** What the official messages are called here. */
const rules: Record<string, VersRule> = {
  'whitespace is not permitted': 'whitespace',
  'leading pipe is not permitted': 'empty-constraint',
  'trailing pipe is not permitted': 'empty-constraint',
  'consecutive pipes are not permitted': 'empty-constraint',
  'constraints are not sorted by version': 'unsorted',
  'invalid percent-encoding in version': 'bad-encoding',
  'datetime must use uppercase T and Z': 'lower-case',
  'datetime time colons must be unencoded': 'needless-encoding',
  'percent-encoding in version is not canonical': 'needless-encoding',
};

type Versions = { input_scheme: string; versions: string[] };

/** What each kind of case asks, and what is expected in the same form. */
const answers: Record<Case['test_type'], (one: Case) => [said: unknown, expected: unknown]> = {
  comparison: ({ input, expected_output: expected }) => {
    const [{ input_scheme: scheme }, ascending] = [input as Versions, expected as string[]];
    const pairs = ascending.slice(1).map((version, place) => [ascending[place] ?? '', version] as const);
    return [
      pairs.map(([one, next]) => Math.sign(compared(scheme, one, next))),
      pairs.map(([one, next]) => (one === next ? 0 : -1)),
    ];
  },
  equality: ({ input, expected_output: expected }) => {
    const { input_scheme: scheme, versions } = input as Versions;
    return [compared(scheme, versions[0] ?? '', versions[1] ?? '') === 0, expected];
  },
  parse: ({ input, expected_output: expected, expected_message: message }) => {
    const rule = message && rules[message.replace('non-canonical VERS: ', '')];
    if (message && !rule) throw new Error(`No rule is named for “${message}”`);
    return [parsed(input as string), rule || expected];
  },
  validate: ({ input, expected_output: expected }) => [formatVers(canonicalVers(readVers(input as string))), expected],
  containment: ({ input, expected_output: expected }) => {
    const { vers, version } = input as { vers: string; version: string };
    return [isWithinVers(readVers(vers), version), expected];
  },
  from_native: ({ input, expected_output: expected }) => {
    const { scheme, native_range: range } = input as { scheme: string; native_range: string };
    return [formatVers(versOfNative(scheme, range)), expected];
  },
};

function compared(scheme: string, a: string, b: string): number {
  const order = orderOfVers(scheme);
  const sign = order && compareVersions(order, a, b);
  if (sign === null) throw new Error(`${scheme} has no order for ${a} and ${b}`);
  return sign;
}

function parsed(text: string): unknown {
  try {
    const { scheme, constraints } = parseVers(text);
    return { scheme, version_constraints: constraints };
  } catch (fault) {
    if (fault instanceof VersFault) return fault.rule;
    throw fault;
  }
}

describe.runIf(corpus)('the official cases', () => {
  const files = corpus ? globSync('*test.json', { cwd: corpus }).sort() : [];

  test.each(files)('%s', (file) => {
    const { tests } = JSON.parse(readFileSync(path.join(corpus ?? '', file), 'utf8')) as { tests: Case[] };

    const wrong = tests.filter((one) => {
      const [said, expected] = answers[one.test_type](one);
      return JSON.stringify(said) !== JSON.stringify(expected);
    });

    expect(wrong).toEqual([]);
    expect(tests.length).toBe(counts[file] ?? tests.length);
  });

  test('no file that was there is missing', () => expect(files).toEqual(expect.arrayContaining(Object.keys(counts))));
});
