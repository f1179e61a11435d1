import { texts } from '#platform/browser/texts';
import { releaseStateText } from '../release-state-text.ts';

const subjects = {
  en: {
    'hardware-revision': 'Hardware revision',
    release: 'Release',
    'release-part': 'Content of a release',
    'model-dependency': 'Dependency',
    partner: 'Partner',
    'sold-as': 'Name at a partner',
    shipment: 'Shipment',
  },
  ja: {
    'hardware-revision': 'ハードウェア版',
    release: 'リリース',
    'release-part': 'リリースの構成',
    'model-dependency': '依存関係',
    partner: '取引先',
    'sold-as': '取引先での名前',
    shipment: '出荷台数',
  },
};

const english = {
  create: (subject: string) => `${subject} added`,
  update: (subject: string) => `${subject} changed`,
  remove: (subject: string) => `${subject} removed`,
  restore: (subject: string) => `${subject} put back`,
  import: (subject: string) => `${subject} changed by an import`,
  undo: (subject: string) => `${subject} taken back with an import`,
};
const japanese: typeof english = {
  create: (subject) => `${subject}を追加`,
  update: (subject) => `${subject}を変更`,
  remove: (subject) => `${subject}を外した`,
  restore: (subject) => `${subject}を戻した`,
  import: (subject) => `取り込みで${subject}を変更`,
  undo: (subject) => `取り込みを元に戻した（${subject}）`,
};

/** Every register can be written in the same six ways. */
const actionsOf = (words: typeof english, named: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(named).flatMap(([subject, name]) =>
      Object.entries(words).map(([how, say]) => [`${subject}.${how}`, say(name)]),
    ),
  );

/** The words for what is written below models. */
export const deeds = texts(
  {
    actions: {
      ...actionsOf(english, subjects.en),
      'register-import.apply': 'File of a register imported',
      'register-import.undo': 'Import of a register undone',
    } as Record<string, string>,
    subjects: subjects.en as Record<string, string>,
    fields: {
      modelId: 'Model',
      onModelId: 'Needs',
      releaseId: 'Release',
      partId: 'Contains',
      hardwareId: 'Hardware',
      partnerId: 'Partner',
      firmwareSha256: 'Hash of the firmware',
      contactPost: 'Contact',
      email: 'Mail',
      phone: 'Telephone',
      soc: 'SoC',
      board: 'Board',
      version: 'Version',
      state: 'State',
      releasedOn: 'Released on',
      endedOn: 'Ended on',
      firmwareName: 'Firmware file',
      direction: 'Direction',
      sinceOn: 'Since',
      untilOn: 'Until',
      month: 'Month',
      region: 'Destination',
      units: 'Units',
      register: 'Register',
      entries: 'Entries',
    } as Record<string, string>,
    values: {
      ...releaseStateText.en,
      'ours-under-theirs': 'Ours under their brand',
      'theirs-under-ours': 'Theirs under our brand',
    } as Record<string, string>,
  },
  {
    actions: {
      ...actionsOf(japanese, subjects.ja),
      'register-import.apply': '台帳のファイルを取り込み',
      'register-import.undo': '台帳の取り込みを元に戻した',
    },
    subjects: subjects.ja,
    fields: {
      modelId: '機種',
      onModelId: '必要とする機種',
      releaseId: 'リリース',
      partId: '含むリリース',
      hardwareId: 'ハードウェア版',
      partnerId: '取引先',
      firmwareSha256: 'ファームウェアのハッシュ',
      contactPost: '連絡窓口',
      email: 'メール',
      phone: '電話',
      soc: 'SoC',
      board: '基板',
      version: '版',
      state: '状態',
      releasedOn: 'リリース日',
      endedOn: '終了日',
      firmwareName: 'ファームウェアのファイル',
      direction: '向き',
      sinceOn: '開始日',
      untilOn: '終了日',
      month: '年月',
      region: '仕向地',
      units: '台数',
      register: '台帳',
      entries: '件数',
    },
    values: {
      ...releaseStateText.ja,
      'ours-under-theirs': '相手先ブランドで販売',
      'theirs-under-ours': '自社ブランドで販売',
    },
  },
);
