import type { PackingRule } from '#formats/packing';
import type { SpdxProblem } from '#formats/spdx';
import type { TarRule } from '#formats/tar';
import type { Language } from '#platform/browser/texts';
import type { SbomRule } from './rules.ts';

type SpdxRule = `spdx-${SpdxProblem['rule']}`;
type CommonRule = Exclude<SbomRule, SpdxRule | `tar-${TarRule}`>;

// Words for every rule: one that is missing does not compile. English is the message itself, which says more.
const common: Record<CommonRule, string> = {
  empty: '値が空です',
  malformed: '文法に誤りがあります',
  truncated: '途中で終わっています',
  'not-utf8': '文字コードがUTF-8ではありません',
  encoding: 'この文字コードは読み込めません',
  'invalid-encoding': '文字コードを判別できないか、文字が壊れています',
  'duplicate-key': '同じキーが2回あります',
  'too-large': '大きさの上限を超えています',
  'file-too-large': 'ファイルが大きさの上限を超えています',
  'unpacked-too-large': '展開後の大きさが上限を超えています',
  'too-deep': '入れ子が深すぎます',
  'too-many-values': '1つの要素に値が多すぎます',
  'too-many-parts': '部品の数が上限を超えています',
  'too-many-files': '圧縮ファイルの中のファイルが多すぎます',
  'too-many-entries': 'ブックの中のファイルが多すぎます',
  'too-many-sheets': 'シートの数が上限を超えています',
  'too-many-rows': '行数が上限を超えています',
  'too-many-columns': '列数が上限を超えています',
  'cell-too-long': 'セルの文字数が上限を超えています',
  doctype: '文書型宣言（DOCTYPE）は使えません',
  'doctype-refused': '文書型宣言（DOCTYPE）は使えません',
  'unknown-format': '対応していない形式です',
  'not-cyclonedx': 'CycloneDXの文書ではありません',
  'not-buildroot': 'Buildrootのmanifest.csvの見出し行ではありません',
  'not-esp-idf': 'ESP-IDFのマニフェストではありません',
  'not-licence-manifest': 'Yoctoのlicense.manifestの書式ではありません',
  'not-yaml': 'YAMLの文法に誤りがあります',
  'yaml-alias': 'YAMLの別名（エイリアス）が多すぎます',
  'not-a-workbook': 'Excelのブックではありません',
  'old-format': '古い形式のExcelファイル（.xls）です。.xlsxで保存し直してください',
  version: '対応していないバージョンです',
  type: '値の種類が違います',
  'wrong-type': '値の種類が違います',
  required: '必須の項目がありません',
  word: '使えない値です',
  pattern: '値の形式が違います',
  'one-of': 'どちらか一方だけを記載します',
  repeated: '1回だけ記載できる項目です',
  'duplicate-ref': '同じ参照名が2回あります',
  'unknown-ref': '参照先の部品がありません',
  'other-document': '別の文書への関係は読み込みません',
  'file-elsewhere': '別のファイルにあるマニフェストは読み込みません',
  'name-missing': '名前がないため、読み飛ばしました',
  'licence-id': 'SPDXのライセンス識別子ではありません',
  'licence-spelling': 'ライセンス識別子の大文字と小文字が違います',
  'licence-choice': 'ライセンスと式は同時に記載できません',
  'hash-content': 'ハッシュ値の形式が違います',
  'date-time': '日時の形式が違います',
  'mime-type': 'MIMEタイプの形式が違います',
  'serial-number': 'シリアル番号の形式が違います',
  'unreadable-identity': '識別子を読み取れないため、照合に使えません',
  'broken-archive': '圧縮ファイルが壊れています',
  'password-protected': 'パスワードがかかっています。パスワードを外してください',
  'unsafe-name': '圧縮ファイルの外に出るファイル名があります',
  link: '圧縮ファイルにリンクがあります。リンクは読み込めません',
  'no-file': 'ファイルがありません',
  'several-documents':
    '1つのSBOMとして読み込めない、複数の文書があります。互いに参照し合うSPDX 2（Yocto、Zephyr）以外は、1件ずつ取り込んでください',
  'member-left-out': 'SPDXの文書ではないため、読み飛ばしました',
  'no-known-header': '列の意味が分かりません。どの列が名前と版かを指定してください',
  'other-sheet': 'このシートも部品の一覧のようですが、読み込みませんでした。シートごとにファイルを分けてください',
  'no-header': '見出し行がありません',
  'empty-header': '見出しのない列に値があります',
  'duplicate-header': '同じ見出しの列が2つあります',
  'ragged-row': '見出し行と列数が違います',
  'merged-cells': '結合されたセルがあります',
  'broken-quote': '引用符が閉じていません',
  'nul-character': 'NUL文字があります（テキストファイルではないようです）',
  'error-cell': 'エラー値のセルがあります',
  'formula-without-value': '計算結果が保存されていない数式があります',
  'impossible-day': 'あり得ない日付があります',
  'unreadable-character': '読み取れない文字があります',
  'spdx-document-missing': 'SpdxDocument（文書そのものの情報）がありません',
  'spdx-build-too-large': 'ビルドの入出力が多すぎるため、その関係は読み込みません',
} satisfies Record<CommonRule | PackingRule, string>;

type SpdxOnly = Exclude<SpdxProblem['rule'], CommonRule>;
const spdx: Record<SpdxOnly, string> = {
  'not-spdx': 'SPDXの文書ではありません',
  'rdf-xml': 'SPDXのRDF/XML形式は読み込めません。JSON形式に変換してください',
  xml: 'SPDXのXML形式は読み込めません。JSON形式に変換してください',
  'older-shape': '古い書式のSPDX文書です。SPDX 2.2以降のJSON形式に変換してください',
  'version-unsupported': '対応していないSPDXのバージョンです',
  'version-missing': 'SPDXのバージョンが記載されていません',
  'id-missing': 'SPDXの識別子（SPDXID）がありません',
  'namespace-missing': '文書の名前空間がありません',
  'created-missing': '作成日時がありません',
  'creators-missing': '作成者がありません',
  'relationship-unreadable': '読み取れない関係があります',
  'external-ref-unreadable': '読み取れない外部参照があります',
  'checksum-unreadable': '読み取れないチェックサムがあります',
  'not-tag-value': '「タグ: 値」の形ではない行があります',
  'text-not-closed': '<text>が閉じていません',
  'line-too-long': '行が長すぎます',
  'second-document': '1つのファイルに2つ目の文書があります',
};

const tar: Record<TarRule, string> = {
  'not-tar': 'tarファイルではありません',
  truncated: 'tarファイルが途中で終わっています',
  'bad-checksum': 'tarファイルが壊れています',
  'unsafe-name': 'tarファイルの外に出るファイル名があります',
  link: 'tarファイルにリンクがあります。リンクは読み込めません',
  'special-file': 'tarファイルに、ファイルでもフォルダーでもないものがあります',
  'too-many-members': 'tarファイルの中のファイルが多すぎます',
  'too-large': 'tarファイルの中身が大きさの上限を超えています',
  'duplicate-name': 'tarファイルに同じ名前のファイルが2つあります',
};

const withPrefix = (prefix: string, words: Record<string, string>) =>
  Object.entries(words).map(([rule, text]) => [`${prefix}${rule}`, text] as const);

// What SPDX shares with the other formats is said in the same words.
const japanese: ReadonlyMap<string, string> = new Map([
  ...withPrefix('spdx-', common),
  ...withPrefix('spdx-', spdx),
  ...withPrefix('tar-', tar),
  ...Object.entries(common),
]);

/** What is wrong, in the reader's language; the exact English words follow where ours are only the rule. */
export function ruleWords({ rule, message }: { rule: string; message: string }, language: Language): string {
  const words = language === 'ja' ? japanese.get(rule) : undefined;
  return words ? `${words} [${message}]` : message;
}
