import { texts } from '#platform/browser/texts';

/** The words for what happens to the list of technologies. */
export const deeds = texts(
  {
    actions: {
      'technology-tag.create': 'Technology tag added',
      'technology-tag.update': 'Note of a technology tag changed',
      'technology-tag.remove': 'Technology tag removed',
      'technology-tag.import': 'Note of a technology tag changed by an import',
      'technology-tag.undo': 'Technology tag taken back with an import',
    },
    subjects: { 'technology-tag': 'Technology tag' },
  },
  {
    actions: {
      'technology-tag.create': '技術タグを追加',
      'technology-tag.update': '技術タグの備考を変更',
      'technology-tag.remove': '技術タグを外した',
      'technology-tag.import': '取り込みで技術タグの備考を変更',
      'technology-tag.undo': '取り込みを元に戻した（技術タグ）',
    },
    subjects: { 'technology-tag': '技術タグ' },
  },
);
