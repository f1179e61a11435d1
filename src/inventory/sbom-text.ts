import { texts } from '#platform/browser/texts';
import type { componentOrigins, purposes } from './contract/release-components.ts';
import type { importStates } from './contract/sbom-shapes.ts';

/** The words of files about bills of materials and components. */
export const text = texts(
  {
    yes: 'yes',
    fileNames: { components: 'components', imports: 'sbom-uploads' },
    columns: {
      name: 'Name',
      version: 'Version',
      supplier: 'Supplier',
      licence: 'License',
      purl: 'purl',
      cpe: 'CPE',
      distribution: 'Distribution',
      identified: 'Identified',
      purpose: 'Purpose',
      origin: 'From',
      modules: 'Modules',
    },
    purposes: {
      shipped: 'Shipped',
      source: 'Source',
      build: 'Build',
      test: 'Test',
      optional: 'Optional',
    } satisfies Record<(typeof purposes)[number], string>,
    origins: { own: 'SBOM', module: 'Module', hand: 'By hand' } satisfies Record<
      (typeof componentOrigins)[number],
      string
    >,
    imports: {
      receivedAt: 'Received',
      state: 'Result',
      file: 'File',
      model: 'Model',
      release: 'Release',
      parts: 'Components',
      quality: 'Quality',
      by: 'By',
      sha256: 'SHA-256',
      error: 'Error',
    },
    states: {
      waiting: 'Waiting',
      'needs-mapping': 'Columns to be explained',
      refused: 'Refused',
      stored: 'Stored',
      failed: 'Failed',
    } satisfies Record<(typeof importStates)[number], string>,
  },
  {
    yes: 'はい',
    fileNames: { components: '部品一覧', imports: 'SBOMの取り込みの記録' },
    columns: {
      name: '部品名',
      version: '版',
      supplier: '供給者',
      licence: 'ライセンス',
      purl: 'purl',
      cpe: 'CPE',
      distribution: '配布元',
      identified: '身元あり',
      purpose: '用途',
      origin: '由来',
      modules: 'モジュール',
    },
    purposes: { shipped: '出荷する', source: 'ソース', build: 'ビルド用', test: '試験用', optional: '任意' },
    origins: { own: 'SBOM', module: 'モジュール', hand: '手入力' },
    imports: {
      receivedAt: '取り込み日時',
      state: '状態',
      file: 'ファイル',
      model: '機種',
      release: 'リリース',
      parts: '部品数',
      quality: '品質',
      by: '実行者',
      sha256: 'SHA-256',
      error: '理由',
    },
    states: {
      waiting: '読み取り中',
      'needs-mapping': '列の意味の指定待ち',
      refused: '取り込めません',
      stored: '取り込み済み',
      failed: '失敗',
    },
  },
);
