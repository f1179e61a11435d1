import { texts } from '#platform/browser/texts';

/** The words of the help panel itself. */
export const text = texts(
  {
    title: 'Help with this page',
    none: 'There is nothing at this address, so there is nothing to explain.',
    answers: 'What this page answers',
    words: 'Words on it',
    next: 'What to do',
    keys: 'Keys',
    guides: {
      analyst: 'Guide for PSIRT analysts',
      manager: 'Guide for managers',
      administrator: 'Guide for administrators',
      developer: 'Guide for developers',
    },
  },
  {
    title: 'このページのヘルプ',
    none: 'このアドレスにはページがないため、説明もありません。',
    answers: 'このページで分かること',
    words: 'このページの用語',
    next: '次にすること',
    keys: 'キーボードの操作',
    guides: {
      analyst: 'PSIRT担当の手引き',
      manager: '部門管理者の手引き',
      administrator: 'システム管理者の手引き',
      developer: '開発者の手引き',
    },
  },
);
