import { texts } from '#platform/browser/texts';

/** The words of a file that tells where a component is. */
export const text = texts(
  {
    states: {
      'in-development': 'In development',
      shipped: 'Shipped',
      'shipment-stopped': 'Shipment stopped',
      supported: 'Supported',
      ended: 'Ended',
    },
    columns: {
      line: 'Product line',
      model: 'Model',
      release: 'Release',
      hardware: 'Hardware',
      state: 'State',
      releasedOn: 'Released on',
      units: 'Units shipped',
      components: 'Components found',
      component: 'Component',
      version: 'Version',
      purl: 'purl',
    },
    fileName: 'component-where',
  },
  {
    states: {
      'in-development': '開発中',
      shipped: '出荷済み',
      'shipment-stopped': '出荷停止中',
      supported: 'サポート中',
      ended: '終了',
    },
    columns: {
      line: '製品シリーズ',
      model: '機種',
      release: 'リリース',
      hardware: 'ハードウェア',
      state: '状態',
      releasedOn: 'リリース日',
      units: '出荷台数',
      components: '該当する部品の数',
      component: '部品',
      version: '版',
      purl: 'purl',
    },
    fileName: '部品から探す',
  },
);
