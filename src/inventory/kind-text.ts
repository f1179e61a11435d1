import { texts } from '#platform/browser/texts';

/** The words for what a model is: kinds, end dates, ways of updating, answers. Apart from those of files, which are many. */
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
    safeties: { yes: 'Yes', no: 'None', unknown: 'Not confirmed' },
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
    safeties: { yes: 'あり', no: 'なし', unknown: '未確認' },
  },
);
