import { expect, test } from 'vitest';
import { monthWords, readRegion, regionWords } from './region-words.ts';

test.each([
  ['日本', 'JP'],
  ['ｊｐ', 'JP'],
  ['Germany', 'DE'],
  ['EU', 'EU'],
  ['中南米', null],
  ['419', '419'],
  ['', null],
])('%s is the region %s', (written, code) => {
  expect(readRegion(written)).toBe(code);
});

test('regions and months are named in both languages', () => {
  expect([regionWords('DE', 'ja'), regionWords('DE', 'en')]).toEqual(['ドイツ', 'Germany']);
  expect([monthWords('2026-11', 'ja'), monthWords('2026-11', 'en')]).toEqual(['2026年11月', 'Nov 2026']);
});
