import type { Range } from '#intelligence/pure';
import { text } from '#intelligence/text';
import type { Language } from '#platform/browser/texts';

/** A range as people write it: 「1.1.1 以上 1.1.1l 未満」, "from 1.1.1 and before 1.1.1l". */
export function rangeText({ from, to, anyUpdate }: Range, language: Language): string {
  const said = text[language].between(from, to);
  if (!anyUpdate || said !== to?.version) return said;
  return language === 'ja' ? `${said}（更新を含む）` : `${said} and its updates`;
}
