import { expect, test } from 'vitest';
import { marked } from './marked.ts';

test('the facts of a sentence are told from its other words', () => {
  const pieces = marked('a+b 1.0 は、0.9 以上 1.1 未満に含まれます。', ['a+b 1.0', '0.9 以上 1.1 未満', '']);
  expect(pieces).toEqual([
    { text: 'a+b 1.0', isFact: true },
    { text: ' は、', isFact: false },
    { text: '0.9 以上 1.1 未満', isFact: true },
    { text: 'に含まれます。', isFact: false },
  ]);
  expect(marked('なし', [''])).toEqual([{ text: 'なし', isFact: false }]);
});
