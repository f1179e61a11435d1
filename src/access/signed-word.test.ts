import { expect, test } from 'vitest';
import { readSignedWord, signWord } from './signed-word.ts';

const secret = new Uint8Array(32).fill(7);
const word = signWord(secret, 'access.device', 'a.b', 'misaki');

test('a word of ours is recognised', () => {
  expect(readSignedWord(secret, 'access.device', word, 'misaki')).toBe('a.b');
});

test.each([
  ['of another house', new Uint8Array(32).fill(8), 'access.device', word, 'misaki'],
  ['for something else', secret, 'access.challenge', word, 'misaki'],
  ['about somebody else', secret, 'access.device', word, 'naoto'],
  ['with another text', secret, 'access.device', word.replace('a.b', 'a.c'), 'misaki'],
  ['without a mark', secret, 'access.device', 'a.b', 'misaki'],
  ['that is empty', secret, 'access.device', '', 'misaki'],
] as const)('a word %s is not', (_case, key, purpose, shown, about) => {
  expect(readSignedWord(key, purpose, shown, about)).toBeNull();
});
