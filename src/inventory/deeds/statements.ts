import { texts } from '#platform/browser/texts';

/** The words for statements about vulnerabilities that came with other tools. */
export const deeds = texts(
  {
    actions: { 'release.take-statements': 'Statements about vulnerabilities taken over' },
    fields: { statements: 'Statements', origin: 'Where they come from' },
  },
  {
    actions: { 'release.take-statements': '脆弱性の記述（VEX）を取り込み' },
    fields: { statements: '記述の数', origin: '由来' },
  },
);
