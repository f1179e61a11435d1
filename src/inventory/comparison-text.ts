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
      added: '追加',
      removed: '削除',
      version: 'バージョンの変更',
      identity: '識別情報の変更',
      licence: 'ライセンスの変更',
    },
    directions: { newer: '新しくなった', older: '古くなった' },
    columns: {
      change: '変更',
      name: 'ソフトウェア部品',
      versionBefore: '変更前のバージョン',
      versionAfter: '変更後のバージョン',
      direction: '新旧',
      licenceBefore: '変更前のライセンス',
      licenceAfter: '変更後のライセンス',
      purlBefore: '変更前のpurl',
      purlAfter: '変更後のpurl',
      supplierBefore: '変更前の供給者',
      supplierAfter: '変更後の供給者',
    },
  },
);
