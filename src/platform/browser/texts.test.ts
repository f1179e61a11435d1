import { expect, test } from 'vitest';
import { textOf, texts } from './texts.ts';

const text = texts(
  { save: 'Save', shown: (count: number) => `${count} shown`, error: { late: 'Too late' } },
  { save: '保存する', shown: (count) => `${count}件を表示`, error: { late: '間に合いません' } },
);

test('each language gives its own sentence for the same key', () => {
  expect(textOf(text, 'en').save).toBe('Save');
  expect(textOf(text, 'ja').save).toBe('保存する');
});

test('a function takes the same arguments in both languages', () => {
  expect(textOf(text, 'en').shown(7)).toBe('7 shown');
  expect(textOf(text, 'ja').shown(7)).toBe('7件を表示');
});

test('what does not match on both sides does not compile', () => {
  // @ts-expect-error the Japanese side lacks `open`
  texts({ save: 'Save', open: 'Open' }, { save: '保存する' });
  // @ts-expect-error the Japanese side has a key more
  texts({ save: 'Save' }, { save: '保存する', open: '開く' });
  // @ts-expect-error a function in English must be a function in Japanese
  texts({ shown: (count: number) => `${count} shown` }, { shown: '表示' });
  // @ts-expect-error a group lacks a key
  texts({ error: { late: 'Late', gone: 'Gone' } }, { error: { late: '遅い' } });
  const groups = Object.keys(text.en);

  expect(Object.keys(text.ja)).toEqual(groups);
});
