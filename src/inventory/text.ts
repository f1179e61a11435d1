import { texts } from '#platform/browser/texts';

/** The words of products: kinds, end dates, columns of files, and what is wrong in a row. */
export const text = texts(
  {
    kinds: { device: 'Device', module: 'Module', app: 'App', service: 'Service' },
    supportDates: {
      production: 'End of production',
      sales: 'End of sales',
      repair: 'End of repair',
      security: 'End of security support',
    },
    updateHows: {
      'over-the-air': 'Over the air',
      'by-user': 'By the user',
      'by-engineer': 'By a service engineer',
      none: 'Cannot be updated',
      unknown: 'Unknown',
    },
    answers: { yes: 'Yes', no: 'No', unknown: 'Unknown' },
    columns: {
      line: 'Product line',
      model: 'Model',
      kind: 'Kind',
      partNumber: 'Part number',
      partNumberNote: 'Part number note',
      markets: 'Markets',
      division: 'Division',
      owner: 'Owner',
      updateHow: 'Update method',
      updateAutomatic: 'Automatic by default',
      updateSigned: 'Signed updates',
      updateRollback: 'Rollback',
      productionEndsOn: 'End of production',
      salesEndsOn: 'End of sales',
      repairEndsOn: 'End of repair',
      securityEndsOn: 'End of security support',
      reason: 'Reason for a date change',
      successor: 'Successor',
      note: 'Note',
    },
    fileNames: { products: 'products', sample: 'products-sample' },
    wrong: {
      'line-empty': () => 'Write the name of the product line.',
      'model-empty': () => 'Write the name of the model.',
      'text-refused': () => 'The text is too long or holds a control character. Type it again without line breaks.',
      'kind-unknown': () => 'Write Device, Module, App or Service.',
      'market-unknown': (d: { country?: string }) =>
        `“${d.country ?? ''}” is no country. Write names or two-letter codes with commas between: JP, DE.`,
      'division-unknown': () =>
        'There is no such division. Write a name from Settings › Organization, or leave it empty.',
      'owner-unknown': () =>
        'There is no such post. Write “division/post” as in Settings › Organization, or leave it empty.',
      'owner-ambiguous': () => 'Several divisions have a post of this name. Write “division/post”.',
      'update-how-unknown': () =>
        'Write Over the air, By the user, By a service engineer or Cannot be updated, or leave it empty.',
      'answer-unknown': () => 'Write Yes or No, or leave it empty.',
      'day-unreadable': () => 'This is no certain day. Write it as 2026/11/23 or 令和8年11月23日.',
      'reason-missing': (d: { from?: string }) =>
        `The date moves earlier than ${d.from ?? ''}. Write why in “Reason for a date change”.`,
      'successor-unknown': () =>
        'There is no such model. Write the name of a model that exists or stands in this file.',
      'successor-itself': () => 'A model cannot succeed itself. Name another one, or leave it empty.',
      'successor-circle': () => 'The successors run in a circle. Leave the successor of the newest model empty.',
      'rows-disagree': (d: { otherLine?: number; otherValue?: string }) =>
        `Row ${d.otherLine ?? ''} says “${d.otherValue ?? ''}” for the same model. Write the same in both rows.`,
      'number-twice': (d: { otherLine?: number }) =>
        `This part number already stands in row ${d.otherLine ?? ''}. Keep one of the rows.`,
      'not-allowed': () => 'You may not change models of this division. Take the row out, or ask its contact.',
    },
  },
  {
    kinds: { device: '機器', module: 'モジュール', app: 'アプリ', service: 'サービス' },
    supportDates: {
      production: '生産終了',
      sales: '販売終了',
      repair: '修理対応終了',
      security: 'セキュリティサポート終了',
    },
    updateHows: {
      'over-the-air': 'ネットワーク配信',
      'by-user': '利用者が更新',
      'by-engineer': '保守員が更新',
      none: '更新できない',
      unknown: '不明',
    },
    answers: { yes: 'はい', no: 'いいえ', unknown: '不明' },
    columns: {
      line: '製品シリーズ',
      model: '機種',
      kind: '種別',
      partNumber: '型番',
      partNumberNote: '型番の備考',
      markets: '仕向地',
      division: '担当事業部',
      owner: '主担当',
      updateHow: '更新方法',
      updateAutomatic: '初期設定で自動更新',
      updateSigned: '更新の署名検証',
      updateRollback: '前の版に戻せる',
      productionEndsOn: '生産終了',
      salesEndsOn: '販売終了',
      repairEndsOn: '修理対応終了',
      securityEndsOn: 'セキュリティサポート終了',
      reason: '日付の変更理由',
      successor: '後継機種',
      note: '備考',
    },
    fileNames: { products: '製品', sample: '製品_見本' },
    wrong: {
      'line-empty': () => '製品シリーズの名前を書いてください。',
      'model-empty': () => '機種の名前を書いてください。',
      'text-refused': () => '長すぎるか、使えない制御文字があります。改行などを除いて書き直してください。',
      'kind-unknown': () => '「機器」「モジュール」「アプリ」「サービス」のどれかを書いてください。',
      'market-unknown': (d) =>
        `「${d.country ?? ''}」という国はありません。「日本、ドイツ」または「JP, DE」のように書いてください。`,
      'division-unknown': () => 'この事業部はありません。設定の「組織」にある名前を書くか、空欄にしてください。',
      'owner-unknown': () =>
        'この担当はありません。設定の「組織」にあるとおり「事業部/担当」と書くか、空欄にしてください。',
      'owner-ambiguous': () => '同じ名前の担当が複数の事業部にあります。「事業部/担当」と書いてください。',
      'update-how-unknown': () =>
        '「ネットワーク配信」「利用者が更新」「保守員が更新」「更新できない」のどれかを書くか、空欄にしてください。',
      'answer-unknown': () => '「はい」か「いいえ」を書くか、空欄にしてください。',
      'day-unreadable': () => '日付として読めません。「2026/11/23」または「令和8年11月23日」のように書いてください。',
      'reason-missing': (d) => `${d.from ?? ''}より早い日になります。「日付の変更理由」に理由を書いてください。`,
      'successor-unknown': () => 'この機種はありません。登録済みか、このファイルにある機種の名前を書いてください。',
      'successor-itself': () => '自分自身は後継になれません。ほかの機種を書くか、空欄にしてください。',
      'successor-circle': () => '後継が一巡しています。いちばん新しい機種の後継を空欄にしてください。',
      'rows-disagree': (d) =>
        `同じ機種の${d.otherLine ?? ''}行目には「${d.otherValue ?? ''}」とあります。どちらも同じにしてください。`,
      'number-twice': (d) => `この型番は${d.otherLine ?? ''}行目にもあります。どちらか1行にしてください。`,
      'not-allowed': () => 'この事業部の機種は変更できません。行を除くか、事業部窓口に依頼してください。',
    },
  },
);
