import { expect, test } from 'vitest';
import { ruleWords } from './rule-text.ts';
import type { SbomRule } from './rules.ts';

test.each<[SbomRule, string]>([
  ['duplicate-key', '同じキーが2回あります [x]'],
  ['spdx-duplicate-key', '同じキーが2回あります [x]'],
  ['spdx-rdf-xml', 'SPDXのRDF/XML形式は読み込めません。JSON形式に変換してください [x]'],
  ['tar-unsafe-name', 'tarファイルの外に出るファイル名があります [x]'],
  ['merged-cells', '結合されたセルがあります [x]'],
])('%s is said in Japanese before the exact words', (rule, words) => {
  expect(ruleWords({ rule, message: 'x' }, 'ja')).toBe(words);
  expect(ruleWords({ rule, message: 'x' }, 'en')).toBe('x');
});
