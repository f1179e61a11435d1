import { expect, test } from 'vitest';
import { ApiProblem } from '#platform/browser/client';
import { NoPasskey } from './passkey.ts';
import { refusalText } from './refusal-text.ts';
import { refusalWords } from './use-refusal.ts';

const problem = (code: string, details?: Record<string, unknown>) =>
  new ApiProblem({
    type: '',
    title: '',
    status: 400,
    detail: '',
    code,
    requestId: 'r-1',
    ...(details ? { details } : {}),
  });

test.each([
  [problem('invalid', { obstacle: 'too-short' }), '15文字以上'],
  [problem('not-allowed', { reason: 'wrong-credentials' }), 'パスワードが違います'],
  [problem('unavailable', { problem: 'unreachable' }), 'プロバイダーが応答しません'],
  [problem('too-many', { retryAfterS: 61, by: 'account' }), '2分後にやり直すか、パスキー'],
  [problem('too-many', { retryAfterS: 30, by: 'address' }), '30秒後にやり直してください'],
  [problem('too-many', { retryAfterS: 86_400, by: 'account' }), '24時間後'],
  [problem('unreachable'), 'サーバーに届きません'],
  [problem('not-found'), 'なくなっています'],
  [problem('conflict', { obstacle: 'wait' }), '番号 r-1'],
  [problem('internal'), '番号 r-1'],
  [new NoPasskey('stopped'), 'パスキーは使われませんでした'],
])('%o: %s', (thrown, words) => {
  expect(refusalWords(thrown, refusalText.ja)).toContain(words);
});

test('a bug stays a bug', () => {
  expect(() => refusalWords(new TypeError('x'), refusalText.ja)).toThrow(TypeError);
});
