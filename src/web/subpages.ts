import type { IconName } from '#kit/Icon';
import { texts } from '#platform/browser/texts';

/** A page below one of the menu, reached by the palette. */
interface Subpage {
  key: keyof typeof words.en;
  to: string;
  icon: IconName;
  /** How the Japanese name is read. */
  reading: string;
}

/** Their names, as the pages call themselves. */
export const words = texts(
  {
    recordImports: 'Records that came in',
    phrases: 'Version phrases that were not understood',
    identities: 'Identity of components',
    ownRecord: 'Write an own record',
    verdicts: 'Verdicts',
    productImport: 'Import products',
    partNumbers: 'Find by part number',
    components: 'Find by component',
    tags: 'Technologies',
    soldAs: 'Brands and partners',
    files: 'Files of the registers',
    sbomImports: 'SBOMs that came in',
    handOver: 'Hand-over',
  },
  {
    recordImports: '脆弱性情報の取り込み',
    phrases: '読み取れない版の表記',
    identities: '部品の身元',
    ownRecord: '自社の記録を書く',
    verdicts: '判定',
    productImport: '製品を取り込む',
    partNumbers: '型番から探す',
    components: '部品から探す',
    tags: '技術タグ',
    soldAs: 'ブランドと取引先',
    files: '台帳のファイル',
    sbomImports: 'SBOMの取り込みの記録',
    handOver: '引き継ぎ',
  },
);

/** A page of routes.tsx without parameters stands here or in places.tsx: subpages.test.ts. */
export const subpages: readonly Subpage[] = [
  { key: 'partNumbers', to: '/products?view=part-numbers', icon: 'product', reading: 'かたばんからさがす' },
  { key: 'components', to: '/products/components', icon: 'search', reading: 'ぶひんからさがす' },
  { key: 'soldAs', to: '/products/sold-as', icon: 'product', reading: 'ぶらんどととりひきさき' },
  { key: 'tags', to: '/products/tags', icon: 'product', reading: 'ぎじゅつたぐ' },
  { key: 'productImport', to: '/products/import', icon: 'upload', reading: 'せいひんをとりこむ' },
  { key: 'files', to: '/products/files', icon: 'upload', reading: 'だいちょうのふぁいる' },
  { key: 'sbomImports', to: '/products/sboms', icon: 'history', reading: 'えすぼむのとりこみのきろく' },
  {
    key: 'recordImports',
    to: '/vulnerabilities/imports',
    icon: 'download',
    reading: 'ぜいじゃくせいじょうほうのとりこみ',
  },
  { key: 'phrases', to: '/vulnerabilities/phrases', icon: 'info', reading: 'よみとれないはんのひょうき' },
  { key: 'identities', to: '/vulnerabilities/identities', icon: 'search', reading: 'ぶひんのみもと' },
  { key: 'verdicts', to: '/vulnerabilities/verdicts', icon: 'check', reading: 'はんてい' },
  { key: 'ownRecord', to: '/vulnerabilities/own', icon: 'edit', reading: 'じしゃのきろくをかく' },
  { key: 'handOver', to: '/settings/organization/hand-over', icon: 'people', reading: 'ひきつぎ' },
];
