import { texts } from '#platform/browser/texts';

/** The words for what happens to the list of technologies. */
export const deeds = texts(
  {
    actions: {
      'technology-tag.create': 'Technology tag added',
      'technology-tag.update': 'Note of a technology tag changed',
      'technology-tag.remove': 'Technology tag removed',
    },
    subjects: { 'technology-tag': 'Technology tag' },
  },
  {
    actions: {
      'technology-tag.create': '技術タグを追加',
      'technology-tag.update': '技術タグの備考を変更',
      'technology-tag.remove': '技術タグを削除',
    },
    subjects: { 'technology-tag': '技術タグ' },
  },
);
