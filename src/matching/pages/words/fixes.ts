import { texts } from '#platform/browser/texts';

/** The words of up to which version something is affected. */
export const fixText = texts(
  {
    title: 'Fixed in',
    fixed: (version: string) => `fixed in ${version}`,
    last: (version: string) => `up to ${version}`,
    or: ' or ',
    differ: ' (records differ)',
    by: (said: string, names: readonly string[]) => `${said} (${names.join(', ')})`,
    none: 'No record says.',
  },
  {
    title: '修正された版',
    fixed: (version) => `${version} で修正`,
    last: (version) => `${version} まで対象`,
    or: '、または ',
    differ: '（情報源により異なる）',
    by: (said, names) => `${said}（${names.join('、')}）`,
    none: '記録に記載がありません。',
  },
);
