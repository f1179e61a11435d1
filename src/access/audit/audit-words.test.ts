import { expect, test } from 'vitest';
import { deeds } from '../deeds.ts';
import { auditWords } from './audit-words.ts';

const now = Temporal.Instant.from('2026-11-24T03:00:00Z');
const deedsOf = (language: 'ja' | 'en') => deeds[language];
const ja = auditWords(deedsOf, 'ja', now);
const en = auditWords(deedsOf, 'en', now);

test.each([
  [null, 'なし', 'none'],
  ['', 'なし', 'none'],
  [true, 'はい', 'yes'],
  ['administrator', 'システム管理者', 'Administrator'],
  [['administrator', 'reader'], 'システム管理者、閲覧', 'Administrator, Reader'],
  [[], 'なし', 'none'],
  ['2026-11-23', '11月23日（月）', 'Mon 23 Nov'],
  ['2026-11-24T00:06:00Z', '本日 9:06', 'Today 9:06'],
  ['2026-11-23 でした', '2026-11-23 でした', '2026-11-23 でした'],
  [1900, '1900', '1900'],
  [{ name: 'a', disabled: false }, '名前：a、停止中：いいえ', 'Name: a, Switched off: no'],
  ['mr-1167', 'mr-1167', 'mr-1167'],
  [
    [
      { id: 'x', name: 'a', note: '' },
      { id: 'y', name: 'b' },
    ],
    '名前：a / 名前：b',
    'Name: a / Name: b',
  ],
])('%j is said in words', (value, japanese, english) => {
  expect([ja.value(value), en.value(value)]).toEqual([japanese, english]);
});

test('an id is called by its name where that is known', () => {
  const id = '01a209c0-727f-709b-b194-1121636b4b97';

  expect(ja.value(id)).toBe(id);
  expect(ja.withNames({ [id]: 'Wi-Fiルーター' }).value([id])).toBe('Wi-Fiルーター');
});

test('what no step has a word for is shown as it is written', () => {
  expect(ja.action('thing.done')).toBe('thing.done');
  expect(ja.field(['name', 'inner'])).toBe('名前 › inner');
  expect(ja.kind('person')).toBe('利用者');
});

test('who did it is said, also when nobody did', () => {
  expect(ja.actor({ actorKind: 'person', actorName: '佐藤 美咲' })).toBe('佐藤 美咲');
  expect(ja.actor({ actorKind: 'system', actorName: 'access.seal-audit' })).toBe('Mamori');
  expect(ja.way({ actorKind: 'system', actorName: 'access.seal-audit' })).toBe('自動 操作履歴の封印');
  expect(ja.way({ actorKind: 'system', actorName: 'thing' })).toBe('自動 thing');
  expect(ja.actor({ actorKind: 'outsider', actorName: '' })).toBe('不明な人');
  expect(ja.way({ actorKind: 'key', actorName: '佐藤 美咲' })).toBe('APIキーで');
});
