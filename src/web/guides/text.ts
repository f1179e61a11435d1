import { texts } from '#platform/browser/texts';

/** The words around the guides. */
export const text = texts(
  {
    title: 'Guides',
    answer: 'What to do, in the order of the work.',
    others: 'Guides',
    none: 'There is no guide of this name.',
    guides: {
      analyst: 'Guide for PSIRT analysts',
      manager: 'Guide for managers',
      administrator: 'Guide for administrators',
      developer: 'Guide for developers',
    },
  },
  {
    title: '手引き',
    answer: '何をするかを、仕事の順に説明します。',
    others: '手引き',
    none: 'この名前の手引きはありません。',
    guides: {
      analyst: 'PSIRT担当の手引き',
      manager: '部門管理者の手引き',
      administrator: 'システム管理者の手引き',
      developer: '開発者の手引き',
    },
  },
);
