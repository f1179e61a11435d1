import { texts } from '#platform/browser/texts';

/** The words for what matching does by itself. */
export const deeds = texts(
  {
    actions: {
      'identification.confirm': 'Identity of components confirmed',
      'identification.rule-out': 'Product ruled out for components',
      'identification.revoke': 'Word on the identity of components revoked',
      'identification.import': 'Words on the identity of components imported',
    },
    subjects: { identification: 'Identity of components' },
    fields: {
      product: 'Product',
      answer: 'Answer',
      note: 'Note',
      applied: 'Applied',
      unchanged: 'Already said',
      refused: 'Refused',
      fileName: 'File name',
      sha256: 'Hash of the file',
    },
    values: { is: 'confirmed', 'is-not': 'ruled out' },
    jobs: {
      'matching.match-identified': 'Match what people have identified',
      'matching.match-releases': 'Match changed contents of releases',
      'matching.match-evidence': 'Match after kernel evidence changed',
      'matching.match-changed-releases': 'Match changed releases',
      'matching.match-changed-models': 'Match changed models',
      'matching.match-vulnerabilities': 'Match changed vulnerabilities',
      'matching.catch-up': 'Match what was never matched',
      'matching.expire-verdicts': 'End verdicts whose last day is over',
    },
  },
  {
    actions: {
      'identification.confirm': '部品の身元を確認',
      'identification.rule-out': '部品の身元から製品を除外',
      'identification.revoke': '部品の身元の確認を取り消し',
      'identification.import': '部品の身元の確認を取り込み',
    },
    subjects: { identification: '部品の身元' },
    fields: {
      product: '製品',
      answer: '答え',
      note: 'メモ',
      applied: '反映した件数',
      unchanged: '同じ内容の件数',
      refused: '反映しなかった件数',
      fileName: 'ファイル名',
      sha256: 'ファイルのハッシュ',
    },
    values: { is: '確認', 'is-not': '除外' },
    jobs: {
      'matching.match-identified': '身元を確認した部品の照合',
      'matching.match-releases': '構成が変わったリリースの照合',
      'matching.match-evidence': 'カーネルの構成情報が変わったリリースの照合',
      'matching.match-changed-releases': '変更されたリリースの照合',
      'matching.match-changed-models': '変更された機種の照合',
      'matching.match-vulnerabilities': '変わった脆弱性情報の照合',
      'matching.catch-up': '照合していないリリースの照合',
      'matching.expire-verdicts': '期限の切れた判定の終了',
    },
  },
);
