import { expect, test } from 'vitest';
import { productWords } from './product-words.ts';

test.each([
  ['name:openssl:openssl', 'openssl / openssl'],
  ['cpe:a:w1.fi:hostapd', 'w1.fi / hostapd'],
  ['name::busybox', 'busybox'],
  ['pkg:npm/left-pad', 'pkg:npm/left-pad'],
])('%s reads as %s', (key, words) => {
  expect(productWords(key)).toBe(words);
});
