import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';
import { expect, test } from 'vitest';
import { root, sources } from './sources.ts';

/** What is never said in Japanese, and what is said instead: docs/words.md. */
const never: [RegExp, string][] = [
  [/(?<!システム|部門)管理者/u, 'システム管理者, 部門管理者'],
  [/欠陥/u, '脆弱性, 弱点'],
  [/正常に/u, 'leave it out'],
  [/を行[うえおわっ]|を行い/u, 'the verb itself'],
  [/させていただ|(?<!一)致し|下さい/u, 'します, ください'],
  [/！|[ぁ-んァ-ヶー一-龠。]!/u, 'no exclamation marks'],
  [/(?:である|(?<!まし|でし)た|する|ない|れる|える|なる|(?<!ただ)だ)。/u, 'です・ます'],
  [/危険|至急|重大な/u, '緊急, 重要, 警告, 注意'],
  [/インポート|エクスポート/u, '取り込む, 書き出す'],
  [/ログイン|ログアウト/u, 'サインイン, サインアウト'],
  [/ユーザ|モデル/u, '利用者, 機種'],
  [/アドバイザリ|トリアージ|エンバーゴ|エクスポージャ/u, 'お知らせ, 初動評価, 公表前（関係者限り）, 該当箇所'],
  [/(?:ブラウザ|サーバ|フォルダ|プロバイダ|ヘッダ|ベンダ|メーカ|コンピュータ)(?!ー)/u, 'with ー at the end'],
  [/[一二]つ/u, '1つ, 2つ'],
  [/[０-９Ａ-Ｚａ-ｚ]|[ｦ-ﾟ]|～/u, 'half-width letters and figures, full-width kana, 〜'],
];

/** Format versions are a word of their standards; what a release or a part has is 版. */
const ofStandards = new Set(['src/inventory/sbom/rule-text.ts']);

/** What people, files and sources write, and not what Mamori says. */
const isRead = (file: string) =>
  /^src\/(?:demo|formats|intelligence\/prose)\/|\/sheet\/|judge-password|parts-mapping|from-parts-list|from-vuldef|question-text|record-words|apply-prose|browser\/fold/.test(
    file,
  );

type Node = { type?: string; value?: unknown; [key: string]: unknown };

/** Every piece of text in a source with a Japanese letter in it. */
function japaneseOf(file: string, text: string): string[] {
  const found: string[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, value } = node as Node;
    const said = type === 'TemplateElement' ? (value as { cooked?: string }).cooked : value;
    if (typeof said === 'string' && /[ぁ-んァ-ヶ一-龠]/u.test(said)) found.push(said);
    for (const one of Object.values(node)) walk(one);
  };
  walk(parseSync(file, text).program.body);
  return found;
}

const said = sources
  .filter(({ file }) => !isRead(file))
  .map(({ file, text }) => ({ file, texts: /[ぁ-んァ-ヶ一-龠]/u.test(text) ? japaneseOf(file, text) : [] }));

const written = globSync(['docs/guides/*.ja.md', 'README.ja.md'], { cwd: root }).map((file) => ({
  file,
  texts: readFileSync(path.join(root, file), 'utf8').split('\n'),
}));

function breaks(of: { file: string; texts: string[] }[], pattern: RegExp): string[] {
  return of.flatMap(({ file, texts }) => texts.filter((one) => pattern.test(one)).map((one) => `${file}: ${one}`));
}

test('there are Japanese words to judge', () => {
  expect(said.flatMap(({ texts }) => texts).length).toBeGreaterThan(2000);
  expect(written.length).toBeGreaterThan(5);
});

test.each(never)('no Japanese text says %s, but %s', (pattern) => {
  expect(breaks([...said, ...written], pattern)).toEqual([]);
});

test('the machine never says 影響あり or 影響なし: those are the words of a verdict', () => {
  const explained = new Set(['src/matching/help.ts']);
  const others = said.filter(({ file }) => !explained.has(file) && !file.startsWith('src/verdicts/'));
  expect(breaks([...others, ...written], /影響(?:あり|なし)/u)).toEqual([]);
});

test('what a release or a part has is 版, not バージョン', () => {
  expect(
    breaks(
      said.filter(({ file }) => !ofStandards.has(file)),
      /バージョン/u,
    ),
  ).toEqual([]);
});

test('no blank stands between Japanese and a figure with its unit, nor before a Japanese full stop', () => {
  expect(breaks([...said, ...written], /[ぁ-んァ-ヶ一-龠] [0-9]+(?:件|人|台|日|分|つ)|\s[。、]/u)).toEqual([]);
});
