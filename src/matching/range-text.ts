import type { Range } from '#intelligence/pure';
import type { Language } from '#platform/browser/texts';

/** A range as people write it: 「1.1.1 以上 1.1.1l 未満」, "from 1.1.1 and before 1.1.1l". */
export function rangeText({ from, to, anyUpdate }: Range, language: Language): string {
  if (from === null && to === null) return language === 'ja' ? 'すべての版' : 'all versions';
  if (from && to && from.included && to.included && from.version === to.version) {
    if (!anyUpdate) return from.version;
    return language === 'ja' ? `${from.version}（更新を含む）` : `${from.version} and its updates`;
  }
  const sides = language === 'ja' ? [lowJa(from), highJa(to)] : [lowEn(from), highEn(to)];
  return sides.filter((side) => side !== '').join(language === 'ja' ? ' ' : ' and ');
}

type Side = Range['from'];
const lowJa = (bound: Side) => (bound === null ? '' : `${bound.version} ${bound.included ? '以上' : '超'}`);
const highJa = (bound: Side) => (bound === null ? '' : `${bound.version} ${bound.included ? '以下' : '未満'}`);
const lowEn = (bound: Side) => (bound === null ? '' : `${bound.included ? 'from' : 'after'} ${bound.version}`);
const highEn = (bound: Side) => (bound === null ? '' : `${bound.included ? 'up to' : 'before'} ${bound.version}`);
