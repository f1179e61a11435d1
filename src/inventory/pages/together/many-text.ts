import { countText } from '#platform/browser/numbers';

const s = (count: number) => (count === 1 ? '' : 's');

/** Some names of many, and that there are more. */
export const andMore = {
  en: (names: string[], count: number) => `${names.join(', ')}${count > names.length ? ' …' : ''}`,
  ja: (names: string[], count: number) => `${names.join('、')}${count > names.length ? 'ほか' : ''}`,
};

/** What is said alike whatever is changed together. `one` is a thing in English, `counted` what follows its number in Japanese. */
export const manyText = {
  en: (one: string) => ({
    of: (count: number) => `${countText(count)} ${one}${s(count)} selected`,
    counting: 'Checking what will change',
    nothing: 'All of them are like that already.',
    effect: (changed: number, same: number) =>
      `${countText(changed)} ${one}${s(changed)} will change.${same > 0 ? ` ${countText(same)} ${same === 1 ? 'is' : 'are'} like that already.` : ''}`,
    foreign: (names: string[], count: number) =>
      `You may not change ${countText(count)} of them, of another division: ${andMore.en(names, count)}. Deselect them.`,
    submit: (count: number) => `Change ${countText(count)} ${one}${s(count)}`,
    cancel: 'Cancel',
    changedSince: (names: string, count: number) =>
      `It cannot be undone: ${names}${count > 20 ? ' …' : ''} changed afterwards.`,
  }),
  ja: (counted: string, like: string) => ({
    of: (count: number) => `${countText(count)}${counted}を選択中`,
    counting: '何が変わるかを確かめています',
    nothing: `どの${counted}もすでに${like}です。`,
    effect: (changed: number, same: number) =>
      `${countText(changed)}${counted}が変わります。${same > 0 ? `${countText(same)}${counted}はすでに${like}です。` : ''}`,
    foreign: (names: string[], count: number) =>
      `${countText(count)}${counted}はほかの部門のもので、変更できません：${andMore.ja(names, count)}。選択から外してください。`,
    submit: (count: number) => `${countText(count)}${counted}を変更する`,
    cancel: 'やめる',
    changedSince: (names: string, count: number) =>
      `元に戻せません。あとから変更されたものがあります：${names}${count > 20 ? 'ほか' : ''}。`,
  }),
};

export type ManyWords = ReturnType<(typeof manyText)['en']>;
