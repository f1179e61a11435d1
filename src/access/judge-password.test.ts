import { expect, test } from 'vitest';
import { normalPassword, obstacleToPassword } from './judge-password.ts';

const own = ['佐藤 美咲', 'misaki.sato@mihari.example', 'mamori.mihari.example'];

test.each([
  ['correct horse battery', null],
  ['春はあけぼのやうやう白くなりゆく', null],
  ['k7Jp2vQx9wRt4zB', null],
  ['845021967340518', null],
  ['               x y z q w', null],
  ['short password', 'too-short'],
  ['春はあけぼのやうやう白くなり', 'too-short'],
  [`${'長い文 abcxyz'.repeat(30)}`, 'too-long'],
  ['passwordpassword', 'guessable'],
  ['Password-2026!!', 'guessable'],
  ['123456789012345', 'guessable'],
  ['qwertyuiopasdfgh', 'guessable'],
  ['aaaaaaaaaaaaaaaaaaaa', 'guessable'],
  ['abcabcabcabcabcabc', 'guessable'],
  ['mamorimamorimamori', 'guessable'],
  ['misaki.sato@mihari.example', 'guessable'],
  ['佐藤美咲佐藤美咲佐藤美咲佐藤美咲', 'guessable'],
  ['パスワードパスワードパスワード', 'guessable'],
])('%s: %s', (password, obstacle) => {
  expect(obstacleToPassword(normalPassword(password), own)).toBe(obstacle);
});

test('full and half width are the same password', () => {
  expect(normalPassword('ｐａｓｓ　ﾊﾝｶｸ')).toBe(normalPassword('pass ハンカク'));
});
