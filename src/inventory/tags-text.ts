import { texts } from '#platform/browser/texts';

/** The words of the list of technologies. */
export const text = texts(
  {
    tags: {
      columns: { name: 'Technology', note: 'Note', models: 'Models', releases: 'Releases', keyword: 'Keyword' },
      fileNames: { tags: 'technologies', keywords: 'keywords-for-jpcert-cc' },
    },
  },
  {
    tags: {
      columns: { name: '技術タグ', note: '備考', models: '機種数', releases: 'リリース数', keyword: 'キーワード' },
      fileNames: { tags: '技術タグ', keywords: 'JPCERTCCへ登録するキーワード' },
    },
  },
);
