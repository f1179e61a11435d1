import { texts } from '#platform/browser/texts';

/** With which words the trail says who and what, on its page and in its file. */
export const text = texts(
  {
    kinds: { key: 'by API key', system: 'by itself', outsider: 'without sign-in' },
    somebody: 'Somebody',
    machine: 'Mamori',
    yes: 'yes',
    no: 'no',
    empty: 'none',
    value: 'Value',
  },
  {
    kinds: { key: 'APIキーで', system: '自動', outsider: 'サインインなし' },
    somebody: '不明な人',
    machine: 'Mamori',
    yes: 'はい',
    no: 'いいえ',
    empty: 'なし',
    value: '値',
  },
);
