import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { everyHelp } from '../src/web/help/every-help.ts';

const read = (file: string) => readFileSync(path.join(import.meta.dirname, '..', file), 'utf8');

/** Every address of routes.tsx; without the one that only leads on, and the one for what is not there. */
const addresses = [...read('src/web/routes.tsx').matchAll(/\b(?:page|outsidePage)\(\s*'([^']+)'/g)]
  .map(([, address = '']) => address)
  .filter((address) => address !== '/' && address !== '/$');

/** The glossary: the label in both languages, by its key. */
const glossary = new Map(
  [...read('docs/words.md').matchAll(/^\| `([^`]+)` \| ([^|]+) \| ([^|]+) \|/gm)].map(
    ([, key = '', en = '', ja = '']) => [key, { en: en.trim(), ja: ja.trim() }],
  ),
);

test('every page has its help, and no help is about a page that is not there', () => {
  expect(addresses.length).toBeGreaterThan(30);
  expect(Object.keys(everyHelp.pages).sort()).toEqual(addresses.toSorted());
});

test('each answers in both languages and says what to do', () => {
  const short = Object.entries(everyHelp.pages).filter(([, { ja, en }]) =>
    [ja, en].some(({ answers, next }) => answers.length < 10 || next.length === 0 || next.length > 4),
  );
  const uneven = Object.entries(everyHelp.pages).filter(([, { ja, en }]) => ja.next.length !== en.next.length);

  expect(short.map(([address]) => address)).toEqual([]);
  expect(uneven.map(([address]) => address)).toEqual([]);
});

test('Japanese is Japanese, and a page of ours speaks of nobody as a bare 管理者', () => {
  const sentences = [
    ...Object.values(everyHelp.pages).flatMap(({ ja }) => [ja.answers, ...ja.next]),
    ...Object.values(everyHelp.words).map(({ ja }) => ja[1]),
  ];

  expect(sentences.filter((sentence) => !/[ぁ-ん].*。$/.test(sentence))).toEqual([]);
  expect(sentences.filter((sentence) => /(?<!システム|部門)管理者|正常に|させていただ|！/.test(sentence))).toEqual([]);
});

test('the words are those of docs/words.md, each explained once and used', () => {
  const used = new Set(Object.values(everyHelp.pages).flatMap(({ words }) => words));
  const labels = Object.entries(everyHelp.words).map(([key, { en, ja }]) => [key, { en: en[0], ja: ja[0] }]);

  expect(glossary.size).toBeGreaterThan(80);
  expect(Object.fromEntries(labels)).toEqual(
    Object.fromEntries(labels.map(([key]) => [key, glossary.get(key as string)])),
  );
  expect([...used].filter((key) => !(key in everyHelp.words))).toEqual([]);
  expect(Object.keys(everyHelp.words).filter((key) => !used.has(key))).toEqual([]);
});
