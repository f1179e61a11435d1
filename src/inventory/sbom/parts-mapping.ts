import { z } from 'zod';
import { fold } from '#platform/browser/fold';

/** What a column of a parts list can say. */
export const partsColumns = ['name', 'version', 'supplier', 'purl', 'cpe', 'licence', 'hash'] as const;
export type PartsColumn = (typeof partsColumns)[number];

const position = z.int().min(0).max(255);

/** Which column says what, as a person has said: positions from 0 in the header that it is remembered by. */
export const PartsMapping = z.object({
  name: position,
  version: position.optional(),
  supplier: position.optional(),
  purl: position.optional(),
  cpe: position.optional(),
  licence: position.optional(),
  hash: position.optional(),
});
export type PartsMapping = z.infer<typeof PartsMapping>;

/** A list whose columns are not known: all that a person needs to say what they mean. */
export const UnmappedParts = z.object({
  /** SHA-256 of the folded column names in their order, lower-case hex: a mapping is remembered by it. */
  fingerprint: z.string().regex(/^[\da-f]{64}$/),
  /** Of a workbook the sheet that would be read; null for a CSV. */
  sheet: z.string().nullable(),
  headerLine: z.int().min(1),
  columns: z.array(z.string()),
  /** The first three rows below the header, as wide as it. */
  samples: z.array(z.array(z.string())),
  /** How many rows with values stand below the header. */
  rows: z.int().min(0),
  proposal: PartsMapping.partial(),
});
export type UnmappedParts = z.infer<typeof UnmappedParts>;

// Headings as makers and their tools write them, the surest first; compared folded, without blanks and punctuation.
const headings: Record<PartsColumn, readonly string[]> = {
  name: [
    ...['名称', '部品名', '部品名称', 'ソフトウェア名', 'ソフトウェア名称', 'ソフトウエア名', 'OSS名', 'OSS名称'],
    ...[
      'パッケージ名',
      'コンポーネント名',
      'ライブラリ名',
      'モジュール名',
      'ソフト名',
      '品名',
      '製品名',
      'プログラム名',
    ],
    ...['name', 'component', 'component name', 'package', 'package name', 'library', 'software', 'software name'],
    ...['OSS', 'module', 'artifact', 'product', 'ソフトウェア', '部品', 'コンポーネント', 'パッケージ', 'ライブラリ'],
  ],
  version: [
    ...[
      'バージョン',
      'バージョン番号',
      'バージョン情報',
      'ソフトウェアバージョン',
      '版数',
      '版',
      'Ver',
      'Ver.',
      '使用バージョン',
    ],
    ...['version', 'component version', 'package version', 'version name', 'release', 'リビジョン', 'rev', 'revision'],
  ],
  supplier: [
    ...[
      '供給者',
      '供給者名',
      '供給元',
      'サプライヤー',
      'サプライヤ',
      'サプライヤー名',
      '提供元',
      '提供者',
      '開発元',
      '開発者',
    ],
    ...['ベンダー', 'ベンダ', 'ベンダー名', 'メーカー', 'メーカー名', '作成者', '著作権者', '入手元', '配布元'],
    ...['supplier', 'supplier name', 'vendor', 'manufacturer', 'publisher', 'author', 'originator', 'maker', 'origin'],
  ],
  purl: ['purl', 'package url', 'packageurl', 'パッケージURL', 'component purl', 'origin purl'],
  cpe: ['cpe', 'CPE名', 'CPE 2.3', 'cpe23', 'CPE ID', 'cpe name', 'component cpe'],
  licence: [
    ...['ライセンス', 'ライセンス名', 'ライセンス種別', '適用ライセンス', 'OSSライセンス', '使用許諾'],
    ...['license', 'licence', 'licenses', 'license name', 'concluded license', 'declared license', 'SPDX license'],
  ],
  hash: [
    'ハッシュ',
    'ハッシュ値',
    'チェックサム',
    'SHA256',
    'SHA-256',
    'SHA-1',
    'SHA1',
    'MD5',
    'hash',
    'checksum',
    'digest',
  ],
};

const bare = (heading: string) => fold(heading).replace(/[^\p{L}\p{N}]/gu, '');
const columnsByHeading = new Map(
  partsColumns.flatMap((column) => headings[column].map((name) => [bare(name), column] as const)),
);

// What the cells of a column look like tells more than most headings: nothing else begins like these.
const looks: [PartsColumn, RegExp][] = [
  ['purl', /^pkg:[a-z][a-z0-9.+-]*\//i],
  ['cpe', /^cpe:(?:2\.3:|\/)/i],
  ['hash', /^(?:[\da-f]{32}|[\da-f]{40}|[\da-f]{64}|[\da-f]{96}|[\da-f]{128})$/i],
  ['version', /^v?\d+(?:\.\d+)+(?:[-+~_.:]?[\da-z]+)*$/i],
  // As licences are written: in small letters, openssl and zlib are names of components.
  ['licence', /^\(?(?:AGPL|Apache|BSD|GPL|LGPL|MIT|MPL|ISC|Zlib|OpenSSL|Artistic|BSL|CC0|EPL|PSF|Unlicense)\b/],
];

/**
 * What the columns of a list probably mean, by their names and then by what stands in them.
 * A column is proposed for one meaning, and the first of several that fit; what is not known is left out.
 */
export function proposeMapping(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): Partial<PartsMapping> {
  const proposal: Partial<PartsMapping> = {};
  const taken = new Set<number>();
  const propose = (column: PartsColumn, at: number) => {
    if (proposal[column] !== undefined || taken.has(at)) return;
    proposal[column] = at;
    taken.add(at);
  };
  const names = columns.map(bare);
  for (const column of partsColumns) {
    const found = headings[column].map((name) => names.indexOf(bare(name))).find((at) => at >= 0);
    if (found !== undefined) propose(column, found);
  }
  for (const [column, like] of looks) {
    for (const at of columns.keys()) if (!isNamed(names[at]) && mostly(rows, at, like)) propose(column, at);
  }
  if (proposal.name === undefined) {
    const text = columns.findIndex((_name, at) => !taken.has(at) && mostly(rows, at, /\p{L}{2,}/u));
    if (text >= 0) propose('name', text);
  }
  return proposal;
}

const isNamed = (name: string | undefined) => columnsByHeading.has(name ?? '');

function mostly(rows: readonly (readonly string[])[], at: number, like: RegExp): boolean {
  const filled = rows.map((row) => row[at]?.trim() ?? '').filter((cell) => cell !== '');
  return filled.length > 0 && filled.filter((cell) => like.test(cell)).length >= 0.6 * filled.length;
}
