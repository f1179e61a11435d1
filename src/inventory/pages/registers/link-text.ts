import { texts } from '#platform/browser/texts';

/** The links of other pages to where files come and go; apart from the words of those pages, which are many. */
export const text = texts(
  {
    link: 'Bring in a file',
    linkAll: 'Files of releases, partners, shipments',
    sboms: 'SBOMs that came in',
    soldAs: 'Brands and partners',
    components: 'Find by component',
  },
  {
    link: 'ファイルから取り込む',
    linkAll: 'リリース・取引先・出荷のファイル',
    sboms: 'SBOMの取り込みの記録',
    soldAs: 'ブランドと取引先',
    components: '部品から探す',
  },
);
