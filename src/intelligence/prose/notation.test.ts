import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sharedData } from '../../../test/shared.ts';
import { readVersions } from './read-versions.ts';

const bounds = (text: string) => {
  const reading = readVersions(text);
  if ('unread' in reading) return reading.unread;
  return reading.parts.flatMap(({ ranges }) => ranges.map(({ status, from, to }) => ({ status, from, to })));
};

test.each<[string, unknown]>([
  [
    'vers:deb/>=1.0|<1.2-1%2Bdeb12u1',
    [
      {
        status: 'affected',
        from: { version: '1.0', included: true },
        to: { version: '1.2-1+deb12u1', included: false },
      },
    ],
  ],
  ['vers:npm/*', [{ status: 'affected', from: null, to: null }]],
  [
    ' vers:pypi/!=5|<6 ',
    [
      { status: 'affected', from: null, to: { version: '6', included: false } },
      { status: 'unaffected', from: { version: '5', included: true }, to: { version: '5', included: true } },
    ],
  ],
  ['vers:conan/>1.0.0', [{ status: 'affected', from: { version: '1.0.0', included: false }, to: null }]],
  ['vers:all/*', [{ status: 'affected', from: null, to: null }]],
  ['vers:none/*', [{ status: 'unaffected', from: null, to: null }]],
  ['vers:nowhere/>1.0.0', 'words-left'],
  ['vers:npm/<unknown', 'words-left'],
  ['vers:deb/>=1.0 and so on', 'words-left'],
])('%s is read by the standard or waits', (text, expected) => {
  expect(bounds(text)).toEqual(expected);
});

test('a range in the notation is compared in its own order', () => {
  const reading = readVersions('vers:deb/<1.0');
  expect(reading).toMatchObject({ parts: [{ ranges: [{ scheme: 'deb', basis: 'phrase' }] }] });
});

test.each<[string, unknown]>([
  [
    'Fixed in OpenSSL 1.1.1l (Affected 1.1.1-1.1.1k)',
    [{ product: 'OpenSSL', from: { version: '1.1.1', included: true }, to: { version: '1.1.1l', included: false } }],
  ],
  [
    'Fixed in 1.0.2y (Affected 1.0.2s-1.0.2x)',
    [{ product: null, from: { version: '1.0.2s', included: true }, to: { version: '1.0.2y', included: false } }],
  ],
  [
    'Fixed in OpenSSL 1.1.1 (Affected 1.1.0-1.1.0h)',
    [{ product: 'OpenSSL', from: { version: '1.1.0', included: true }, to: { version: '1.1.0h', included: true } }],
  ],
  ['Fixed in OpenSSL 1.1.1j (Affected 1.1.1-1.1.1k)', 'contradiction'],
  ['Fixed in OpenSSL 1.1.1l (Affected 1.1.1k-1.1.1)', 'contradiction'],
  ['Fixed in OpenSSL 1.1.1l (Affected 1.1.1-1.1.1k) on Windows', 'words-left'],
  ['Fixed in OpenSSL 1.1.1l', 'words-left'],
])('%s says its brackets', (text, expected) => {
  const reading = readVersions(text);
  const said =
    'unread' in reading
      ? reading.unread
      : reading.parts.flatMap(({ product, ranges }) => ranges.map(({ from, to }) => ({ product, from, to })));

  expect(said).toEqual(expected);
});

const corpus = sharedData('identifiers/vers-spec');
type Case = { input: { native_range: string; scheme: string }; expected_output: string };

/** What package managers write is a phrase here; one that only leaves a version out waits for a person. */
const unread = new Set(['!=5']);

test.runIf(corpus).each([
  ['openssl', 8],
  ['pypi', 3],
])('native ranges of %s say the same as in the notation', (name, count) => {
  const { tests } = JSON.parse(
    readFileSync(path.join(corpus ?? '', `${name}_range_from_native_test.json`), 'utf8'),
  ) as { tests: Case[] };
  const inOrder = (said: unknown) => (Array.isArray(said) ? said.map((one) => JSON.stringify(one)).sort() : said);

  const wrong = tests.filter(
    ({ input, expected_output }) =>
      JSON.stringify(inOrder(bounds(input.native_range))) !== JSON.stringify(inOrder(bounds(expected_output))),
  );

  expect(tests).toHaveLength(count);
  expect(wrong.map(({ input }) => input.native_range).filter((text) => !unread.has(text))).toEqual([]);
  for (const text of unread) expect(bounds(text)).toBe('words-left');
});
