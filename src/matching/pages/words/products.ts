import { countText } from '#platform/browser/numbers';

/** The words of match results in the list of products. */
export const productsText = {
  en: {
    title: 'Applies, by severity',
    applies: 'Applies',
    short: { critical: 'Crit.', high: 'High', medium: 'Med.', low: 'Low', none: 'Unrated' },
    appliesIn: (severity: string) => `applies, ${severity.toLowerCase()}`,
    count: (name: string, what: string, count: number) => `${countText(count)} (${name}: ${what})`,
  },
  ja: {
    title: '該当（深刻度ごと）',
    applies: '該当',
    short: { critical: '緊急', high: '重要', medium: '警告', low: '注意', none: '未評価' },
    appliesIn: (severity: string) => `該当・${severity}`,
    count: (name: string, what: string, count: number) => `${countText(count)}（${name}の${what}）`,
  },
};
