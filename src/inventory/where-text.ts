import { texts } from '#platform/browser/texts';

/** The words of a file that tells where a component is. */
export const text = texts(
  {
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
    columns: {
      line: '製品シリーズ',
      model: '機種',
      release: 'リリース',
      hardware: 'ハードウェア版',
      state: '状態',
      releasedOn: 'リリース日',
      units: '出荷台数',
      components: '条件に合う部品の数',
      component: '部品',
      version: '版',
      purl: 'purl',
    },
    fileName: '部品から探す',
  },
);
