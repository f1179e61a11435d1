import { expect, test } from 'vitest';
import { oneText } from './one.ts';

test('of a service, of which nothing is shipped, no units are told', () => {
  expect(oneText.ja.answer(1, 0, false, 0)).toBe('自社の1機種に関わる可能性があります。');
  expect(oneText.ja.answer(2, 1_900, true, 0)).toBe('自社の2機種に関わります。出荷は1,900台です。');
  expect(oneText.ja.affectedAside(1, 3, 0)).toBe('1シリーズ・3リリース');
  expect(oneText.en.answer(1, 0, true, 0)).toBe('It touches 1 model.');
  expect(oneText.ja.answer(0, 0, false, 18)).toBe('関わる18リリースは、すべて判定で終了しています。');
  expect(oneText.en.affectedAside(1, 3, 5)).toBe('1 line, 3 releases, 5 units');
});
