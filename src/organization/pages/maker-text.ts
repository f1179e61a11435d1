import { texts } from '#platform/browser/texts';

/** The words of the page about the company. */
export const text = texts(
  {
    title: 'Company',
    settings: 'Settings',
    answer: (name: string) => `These are the products of ${name}.`,
    unknown: 'Enter the company whose products these are. Its name stands at the head of every page and in mails.',
    nameJa: 'Name in Japanese',
    nameEn: 'Name in English',
    hint: 'As the company writes itself to customers.',
    save: 'Save the names',
    saved: 'The names are saved',
    failed: 'The names were not saved. Both are needed, up to 200 characters.',
  },
  {
    title: '会社',
    settings: '設定',
    answer: (name) => `${name}の製品を見守っています。`,
    unknown: 'どの会社の製品かを入力してください。すべてのページの先頭とメールに表示します。',
    nameJa: '日本語の名称',
    nameEn: '英語の名称',
    hint: 'お客様に向けて使っている書き方にします。',
    save: '名称を保存する',
    saved: '名称を保存しました',
    failed: '保存できませんでした。日本語と英語の両方を、200文字までで入力してください。',
  },
);
