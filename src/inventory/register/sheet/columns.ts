import { fold } from '#platform/browser/fold';
import type { RegisterName } from '../../model/registers.ts';
import { registersText } from '../../registers-text.ts';

export type ColumnKey = keyof typeof registersText.en.columns;

/** The columns of each register's file, in their order, and those without which a row says nothing. */
export const sheetColumns: Record<RegisterName, { columns: readonly ColumnKey[]; needed: readonly ColumnKey[] }> = {
  hardware: { columns: ['model', 'hardware', 'soc', 'board', 'note'], needed: ['model', 'hardware'] },
  releases: {
    columns: [
      'model',
      'version',
      'hardware',
      'state',
      'releasedOn',
      'endedOn',
      'firmwareName',
      'firmwareSha256',
      'tags',
      'note',
    ],
    needed: ['model', 'version'],
  },
  parts: {
    columns: ['model', 'version', 'hardware', 'partModel', 'partVersion', 'partHardware', 'note'],
    needed: ['model', 'version', 'partModel', 'partVersion'],
  },
  dependencies: { columns: ['model', 'onModel', 'note'], needed: ['model', 'onModel'] },
  partners: { columns: ['partner', 'contactPost', 'email', 'phone', 'note'], needed: ['partner'] },
  'sold-as': {
    columns: ['model', 'partner', 'direction', 'soldName', 'partNumbers', 'markets', 'sinceOn', 'untilOn', 'note'],
    needed: ['model', 'partner', 'direction', 'soldName'],
  },
  shipments: {
    columns: ['model', 'version', 'hardware', 'month', 'region', 'units'],
    needed: ['model', 'version', 'month', 'region', 'units'],
  },
  tags: { columns: ['tag', 'note'], needed: ['tag'] },
};

// What the files of makers call these columns beside our own words.
const alsoCalled: Partial<Record<ColumnKey, string[]>> = {
  model: ['機種名', 'モデル', 'モデル名', '製品名', '製品', 'model name', 'product', 'product name'],
  version: [
    'バージョン',
    'ファームウェア',
    'ファームウェア版',
    'ファームウェアバージョン',
    'リリース',
    'ver',
    'ver.',
    'firmware',
    'firmware version',
    'release',
  ],
  hardware: [
    'ハードウェア',
    'ハード版',
    'HW版',
    'HW',
    'リビジョン',
    'ハードウェアリビジョン',
    'hardware',
    'hw revision',
    'revision',
  ],
  soc: ['チップ', 'チップセット', 'chip', 'chipset'],
  board: ['基板名', '基板番号', 'ボード', 'pcb'],
  state: ['ステータス', '出荷状態', 'status'],
  releasedOn: ['出荷日', '公開日', '公開予定日', '出荷開始日', 'release date', 'shipped on', 'date'],
  endedOn: ['サポート終了日', '提供終了日', 'end date', 'end of support'],
  firmwareName: ['ファイル名', 'ファームウェアファイル', 'file', 'file name'],
  firmwareSha256: ['SHA-256', 'SHA256', 'ハッシュ', 'ハッシュ値', 'hash', 'checksum'],
  tags: ['タグ', '技術', 'technologies', 'tags'],
  tag: ['タグ', '技術', '技術名', '名前', 'キーワード', 'name', 'tags', 'technologies', 'keyword'],
  partModel: ['モジュール', 'モジュール名', '部品', 'module', 'contains'],
  partVersion: ['モジュール版', 'モジュールバージョン', 'module version'],
  partHardware: ['module hardware'],
  onModel: ['依存先', '必要な機種', '必要な製品', 'depends on', 'needs'],
  partner: ['OEM先', 'ODM先', '相手先', '販売先', '取引先名', '会社名', 'oem', 'odm', 'company', 'partner name'],
  contactPost: ['窓口', '担当部署', '連絡先', 'contact', 'department'],
  email: ['メールアドレス', 'e-mail', 'email'],
  phone: ['電話番号', 'tel', 'phone'],
  direction: ['区分', '向き', '取引区分', 'type'],
  soldName: ['相手先での品名', '相手先品名', '相手先製品名', '相手先機種名', 'OEM品名', 'sold as', 'partner product'],
  partNumbers: ['相手先型番', '相手先品番', 'OEM型番', 'partner part number', 'part numbers'],
  markets: ['販売国', '出荷国', '市場', 'market', 'countries'],
  sinceOn: ['販売開始日', '取引開始日', 'start', 'from'],
  untilOn: ['販売終了日', '取引終了日', 'end', 'to'],
  month: ['出荷年月', '出荷月', '月', 'year month', 'ship month'],
  region: ['出荷先', '地域', '出荷国', '国', '仕向け地', 'region', 'country', 'market'],
  units: ['出荷台数', '数量', '出荷数', '出荷数量', 'quantity', 'qty', 'shipped units'],
  note: ['備考欄', 'メモ', 'notes', 'remarks', 'comment'],
};

const namesOf = (key: ColumnKey) => [
  registersText.ja.columns[key],
  registersText.en.columns[key],
  key,
  ...(alsoCalled[key] ?? []),
];

/** How the columns of a file were understood. */
export type Columns = {
  indexByKey: Map<ColumnKey, number>;
  /** Columns that mean the same as one before. */
  twice: { name: string; key: ColumnKey }[];
  missing: ColumnKey[];
};

/** Finds the columns of a register by their names in either language; width, case, kana and blanks do not matter. */
export function understandHeader(register: RegisterName, header: readonly string[]): Columns {
  const { columns: own, needed } = sheetColumns[register];
  const keyByName = new Map(own.flatMap((key) => namesOf(key).map((name) => [fold(name), key] as const)));
  const columns: Columns = { indexByKey: new Map(), twice: [], missing: [] };
  for (const [index, name] of header.entries()) {
    const key = keyByName.get(fold(name));
    if (!key) continue;
    if (columns.indexByKey.has(key)) columns.twice.push({ name, key });
    else columns.indexByKey.set(key, index);
  }
  columns.missing = needed.filter((key) => !columns.indexByKey.has(key));
  return columns;
}
