import { texts } from '#platform/browser/texts';
import { text as columns } from './column-text.ts';
import { text as model } from './kind-text.ts';

/** The words of products: kinds, end dates, columns of files, and what is wrong in a row. */
export const text = texts(
  {
    ...model.en,
    ...columns.en,
    fileNames: { products: 'products', sample: 'products-sample' },
    wrong: {
      'line-empty': () => 'Write the name of the product line.',
      'model-empty': () => 'Write the name of the model.',
      'text-refused': () => 'The text is too long or holds a control character. Type it again without line breaks.',
      'kind-unknown': () => 'Write Device, Module, App or Service.',
      'market-unknown': (d: { country?: string }) =>
        `“${d.country ?? ''}” is not a country. Write names or two-letter codes with commas between: JP, DE.`,
      'division-unknown': () =>
        'There is no such division. Write a name from Settings › Organization, or leave it empty.',
      'owner-unknown': () =>
        'There is no such post. Write “division/post” as in Settings › Organization, or leave it empty.',
      'owner-ambiguous': () => 'Several divisions have a post of this name. Write “division/post”.',
      'update-how-unknown': () =>
        'Write Over the air, By the user, By a service engineer or Cannot be updated, or leave it empty.',
      'answer-unknown': () => 'Write Yes or No, or leave it empty.',
      'safety-unknown': () => 'Write Yes or None, or leave it empty while it is not confirmed.',
      'tag-refused': (d: { tag?: string }) =>
        `“${d.tag ?? ''}” cannot be a tag. Write at most 100 names of up to 60 characters, with commas between: WPA2, UPnP.`,
      'day-unreadable': () => 'This cannot be read as a day. Write it as 2026/11/23 or 令和8年11月23日.',
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
    ...model.ja,
    ...columns.ja,
    fileNames: { products: '製品', sample: '製品_見本' },
    wrong: {
      'line-empty': () => '製品シリーズの名前を書いてください。',
      'model-empty': () => '機種の名前を書いてください。',
      'text-refused': () => '長すぎるか、使えない制御文字があります。改行などを除いて書き直してください。',
      'kind-unknown': () => '「機器」「モジュール」「アプリ」「サービス」のどれかを書いてください。',
      'market-unknown': (d) =>
        `「${d.country ?? ''}」という国はありません。「日本、ドイツ」または「JP, DE」のように書いてください。`,
      'division-unknown': () => 'この部門はありません。設定の「組織」にある名前を書くか、空欄にしてください。',
      'owner-unknown': () =>
        'この担当はありません。設定の「組織」にあるとおり「部門/担当」と書くか、空欄にしてください。',
      'owner-ambiguous': () => '同じ名前の担当が複数の部門にあります。「部門/担当」と書いてください。',
      'update-how-unknown': () =>
        '「ネットワーク配信」「利用者が更新」「保守員が更新」「更新できない」のどれかを書くか、空欄にしてください。',
      'answer-unknown': () => '「はい」か「いいえ」を書くか、空欄にしてください。',
      'safety-unknown': () => '「あり」か「なし」を書くか、未確認なら空欄にしてください。',
      'tag-refused': (d) =>
        `「${d.tag ?? ''}」は技術タグにできません。「WPA2、UPnP」のように、60字までの名前を100個まで書いてください。`,
      'day-unreadable': () => '日付として読めません。「2026/11/23」または「令和8年11月23日」のように書いてください。',
      'reason-missing': (d) => `${d.from ?? ''}より早い日になります。「日付の変更理由」に理由を書いてください。`,
      'successor-unknown': () => 'この機種はありません。登録済みか、このファイルにある機種の名前を書いてください。',
      'successor-itself': () => '自分自身は後継になれません。ほかの機種を書くか、空欄にしてください。',
      'successor-circle': () => '後継が一巡しています。いちばん新しい機種の後継を空欄にしてください。',
      'rows-disagree': (d) =>
        `同じ機種の${d.otherLine ?? ''}行目には「${d.otherValue ?? ''}」とあります。どちらも同じにしてください。`,
      'number-twice': (d) => `この型番は${d.otherLine ?? ''}行目にもあります。どちらか1行にしてください。`,
      'not-allowed': () => 'この部門の機種は変更できません。行を除くか、事業部窓口に依頼してください。',
    },
  },
);
