import { expect, test } from 'vitest';
import { type Entry, matchingEntries, nameAndVersion, withRecent } from './palette.ts';

const entries: Entry[] = [
  { id: 'a1', kind: 'actions', title: '製品を登録する', reading: 'せいひんをとうろくする' },
  { id: 'p1', kind: 'pages', title: '製品', reading: 'せいひん' },
  { id: 'p2', kind: 'pages', title: '操作履歴', reading: 'そうさりれき' },
  { id: 'p3', kind: 'pages', title: 'Audit trail' },
  { id: 'f1', kind: 'found', title: 'MR-1167', detail: '機種' },
];
const ids = (typed: string) => matchingEntries(entries, typed).map((entry) => entry.id);

test.each([
  ['せいひん', ['f1', 'p1', 'a1']],
  ['セイヒン', ['f1', 'p1', 'a1']],
  ['りれき', ['f1', 'p2']],
  ['ａｕｄｉｔ', ['f1', 'p3']],
])('%s finds %s', (typed, expected) => {
  expect(ids(typed)).toEqual(expected);
});

test('kinds keep their order, whatever matches best', () => {
  expect(ids('製品')).toEqual(['f1', 'p1', 'a1']);
});

test('what begins with the query comes before what holds it', () => {
  const pages: Entry[] = [
    { id: 'holds', kind: 'pages', title: '利用者と組織' },
    { id: 'begins', kind: 'pages', title: '組織' },
  ];

  expect(matchingEntries(pages, '組織').map((entry) => entry.id)).toEqual(['begins', 'holds']);
});

test.each([
  ['openssl 1.1.1k', 'openssl', '1.1.1k'],
  ['openssl@1.1.1k', 'openssl', '1.1.1k'],
  ['ｚｌｉｂ　＜1.3', 'zlib', '<1.3'],
  ['mr-1167', 'mr-1167', ''],
  ['libc 6 dev', 'libc 6 dev', ''],
])('%s asks for %s of version "%s"', (typed, name, version) => {
  expect(nameAndVersion(typed)).toEqual({ name, version });
});

test('recent things are five, each once, the newest first', () => {
  const recent = ['1', '2', '3', '4', '5'].map((id) => ({ id }));

  expect(withRecent(recent, { id: '3' }).map((item) => item.id)).toEqual(['3', '1', '2', '4', '5']);
  expect(withRecent(recent, { id: '9' }).map((item) => item.id)).toEqual(['9', '1', '2', '3', '4']);
});
