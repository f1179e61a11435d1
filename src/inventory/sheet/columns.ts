import { fold } from '#platform/browser/fold';
import type { Fact } from '../facts.ts';
import { text } from '../text.ts';

export type ColumnKey = keyof typeof text.en.columns;
export const columnKeys = Object.keys(text.en.columns) as ColumnKey[];

/** Which fact of a model a column tells; the others tell of the line, the part number or the change. */
export const factOfColumn = {
  kind: 'kind',
  markets: 'markets',
  division: 'divisionId',
  owner: 'ownerPostId',
  updateHow: 'updateHow',
  updateAutomatic: 'updateAutomatic',
  updateSigned: 'updateSigned',
  updateRollback: 'updateRollback',
  productionEndsOn: 'productionEndsOn',
  salesEndsOn: 'salesEndsOn',
  repairEndsOn: 'repairEndsOn',
  securityEndsOn: 'securityEndsOn',
  successor: 'successorId',
  safety: 'safety',
  tags: 'tags',
  buildSource: 'buildSource',
  buildToolchain: 'buildToolchain',
  buildKey: 'buildKeyPostId',
  buildPeople: 'buildPeople',
  rebuiltOn: 'rebuiltOn',
  note: 'note',
} as const satisfies Partial<Record<ColumnKey, Fact>>;
export type FactColumn = keyof typeof factOfColumn;
export const factColumns = Object.keys(factOfColumn) as FactColumn[];

// What the files of makers call these columns beside our own words.
const alsoCalled: Partial<Record<ColumnKey, string[]>> = {
  line: ['シリーズ', 'シリーズ名', '製品シリーズ名', '製品群', 'line', 'series', 'product series', 'product family'],
  model: ['機種名', 'モデル', 'モデル名', '製品名', '製品', 'model name', 'product', 'product name'],
  kind: ['製品種別', '区分', 'type', 'product type'],
  partNumber: ['品番', '製品型番', '型式', '形名', 'part no', 'part no.', 'p/n', 'sku', 'article number'],
  partNumberNote: ['型番備考', '色', '仕様', 'variant'],
  markets: ['販売国', '出荷国', '市場', 'market', 'country', 'countries'],
  division: ['担当事業部', '事業部', '部門', '部署', 'department'],
  owner: ['担当', '担当者', '主担当者', 'owner post'],
  updateHow: ['アップデート方法', '更新手段', 'update'],
  productionEndsOn: ['生産終了日', '生産終了予定日', 'end of production date', 'eop'],
  salesEndsOn: ['販売終了日', '販売終了予定日', 'end of sale', 'eos'],
  repairEndsOn: ['修理対応終了日', '修理終了日', '補修用性能部品の保有期限', 'end of repair date'],
  securityEndsOn: [
    'セキュリティサポート終了日',
    'サポート終了',
    'サポート終了日',
    'end of support',
    'end of security updates',
  ],
  reason: ['変更理由', '理由', 'reason'],
  successor: ['後継', '後継製品', '後継品', 'successor model', 'replaced by'],
  safety: ['人体への影響', '安全への影響', '生命身体への影響', 'safety', 'safety impact'],
  tags: ['技術', '技術キーワード', '対応技術', '製品技術キーワード', 'technologies', 'technology', 'keywords', 'tags'],
  buildSource: ['ソース', 'ソースコード', 'ソースコードの保管場所', 'リポジトリ', 'source', 'repository'],
  buildToolchain: ['ツールチェーン', '開発環境', 'ビルドイメージ', 'build image', 'toolchain image'],
  buildKey: ['署名鍵', '署名鍵の管理者', '署名鍵の保管者', 'signing key', 'signing-key keeper'],
  buildPeople: ['ビルド担当', 'ビルド担当者', 'build people', 'who can build'],
  rebuiltOn: ['最終ビルド', '最終ビルド日', '最後のビルド日', 'last rebuild', 'last built on'],
  note: ['備考欄', 'メモ', 'notes', 'remarks', 'comment'],
};

const keyByName = new Map<string, ColumnKey>(
  columnKeys.flatMap((key) =>
    [text.ja.columns[key], text.en.columns[key], key, ...(alsoCalled[key] ?? [])].map(
      (name) => [fold(name), key] as const,
    ),
  ),
);

/** How the columns of a file were understood. */
export type Columns = {
  indexByKey: Map<ColumnKey, number>;
  /** Names that say nothing to us, in order; their cells are not read. */
  unknown: string[];
  /** Columns that mean the same as one before. */
  twice: { name: string; key: ColumnKey }[];
  missing: ColumnKey[];
};

/** Finds the columns by their names in either language; width, case, kana and blanks do not matter. */
export function understandHeader(header: readonly string[]): Columns {
  const columns: Columns = { indexByKey: new Map(), unknown: [], twice: [], missing: [] };
  for (const [index, name] of header.entries()) {
    const key = keyByName.get(fold(name));
    if (!key) {
      if (fold(name) !== '') columns.unknown.push(name);
    } else if (columns.indexByKey.has(key)) columns.twice.push({ name, key });
    else columns.indexByKey.set(key, index);
  }
  columns.missing = (['line', 'model'] as const).filter((key) => !columns.indexByKey.has(key));
  return columns;
}
