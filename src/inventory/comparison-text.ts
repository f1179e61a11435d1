import { texts } from '#platform/browser/texts';
import type { ComponentChange } from './contract/exports.ts';

/** The words of a comparison of two releases. */
export const comparisonText = texts(
  {
    fileName: 'comparison',
    changes: {
      added: 'Added',
      removed: 'Removed',
      version: 'Other version',
      identity: 'Other identity',
      licence: 'Other licence',
    } satisfies Record<ComponentChange, string>,
    directions: { newer: 'newer', older: 'older' },
    columns: {
      change: 'Change',
      name: 'Component',
      versionBefore: 'Version before',
      versionAfter: 'Version after',
      direction: 'Newer or older',
      licenceBefore: 'Licence before',
      licenceAfter: 'Licence after',
      purlBefore: 'purl before',
      purlAfter: 'purl after',
      supplierBefore: 'Supplier before',
      supplierAfter: 'Supplier after',
    },
  },
  {
    fileName: '比較',
    changes: {
      added: '増えた',
      removed: 'なくなった',
      version: '版が変わった',
      identity: '身元が変わった',
      licence: 'ライセンスが変わった',
    },
    directions: { newer: '版が上がった', older: '版が下がった' },
    columns: {
      change: '違い',
      name: '部品',
      versionBefore: '前の版',
      versionAfter: '後の版',
      direction: '新旧',
      licenceBefore: '前のライセンス',
      licenceAfter: '後のライセンス',
      purlBefore: '前のpurl',
      purlAfter: '後のpurl',
      supplierBefore: '前の供給者',
      supplierAfter: '後の供給者',
    },
  },
);
