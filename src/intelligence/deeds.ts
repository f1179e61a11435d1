import { texts } from '#platform/browser/texts';

/** The words for what intelligence writes into the audit trail. */
export const deeds = texts(
  {
    actions: {
      'records.receive': 'Records uploaded',
      'version-phrase.set': 'Versions of a phrase set',
      'version-phrase.unset': 'Versions of a phrase taken back',
      'own-record.create': 'Own record written',
      'own-record.update': 'Own record changed',
      'own-record.withdraw': 'Own record withdrawn',
      'own-record.restore': 'Own record put back',
    },
    subjects: { vulnerability: 'Vulnerability', 'intelligence-import': 'Import of records' },
    fields: {
      phrase: 'Phrase',
      ranges: 'Versions',
      revision: 'Revision',
      fileName: 'File name',
      sha256: 'Hash of the file',
    },
    values: {},
    jobs: {
      'intelligence.read-upload': 'Read uploaded records',
      'intelligence.close-left-behind': 'Imports that a stop has left behind',
    },
  },
  {
    actions: {
      'records.receive': '脆弱性情報のファイルを受け付け',
      'version-phrase.set': '版の表記の意味を設定',
      'version-phrase.unset': '版の表記の設定を取り消し',
      'own-record.create': '自社の記録を作成',
      'own-record.update': '自社の記録を変更',
      'own-record.withdraw': '自社の記録を取り下げ',
      'own-record.restore': '自社の記録を戻した',
    },
    subjects: { vulnerability: '脆弱性', 'intelligence-import': '脆弱性情報の取り込み' },
    fields: {
      phrase: '版の表記',
      ranges: '版',
      revision: '改訂',
      fileName: 'ファイル名',
      sha256: 'ファイルのハッシュ',
    },
    values: {},
    jobs: {
      'intelligence.read-upload': '届いた脆弱性情報の読み取り',
      'intelligence.close-left-behind': '停止により残った取り込みの後始末',
    },
  },
);
