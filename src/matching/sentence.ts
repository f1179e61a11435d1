import { literalOf } from '#formats/cpe';
import { type Language, textOf } from '#platform/browser/texts';
import { compareVersions } from '#versions/version-key';
import type { Evidence, Opinion } from './evidence.ts';
import { pairText } from './identity/product-pair.ts';
import { rangeText } from './range-text.ts';
import { type Facts, sentenceText } from './sentence-text.ts';
import { sourceName } from './source-name.ts';

/**
 * Why a component has its match result, in one plain sentence, and more where sources agree, one contradicts itself, or a person said
 * what the component is.
 * @param name  how the component is called on the page; the product of the record where it is left out
 */
export function sentenceOf({ decided, others }: Evidence, language: Language, name?: string): string {
  const words = textOf(sentenceText, language);
  const facts = factsOf(decided, language, name);
  const sentences = [words[decided.reason](facts)];
  const agreeing = new Set([
    sourceName(decided, language),
    ...others.filter((one) => agrees(one, decided)).map((one) => sourceName(one, language)),
  ]);
  const isShared = agreeing.size > 1 && ['applies', 'does-not-apply'].includes(decided.value);
  if (isShared) sentences.push(words.agreed(joined([...agreeing], language)));
  const empty = others.find(({ reason }) => reason === 'empty-range');
  if (empty?.range && decided.reason !== 'empty-range')
    sentences.push(words.contradictory(rangeText(empty.range, language), sourceName(empty, language), facts.source));
  if (decided.said && decided.product.space === 'cpe') {
    const product = pairText(decided.product);
    sentences.push(words.identified(name ?? productName(decided), product, decided.said.by));
  }
  return sentences.join(language === 'ja' ? '' : ' ');
}

/** Why a release that speaks a technology may be touched. */
export function technologySentence(technology: string, language: Language): string {
  const nothing = { isExact: false, part: technology, range: '', side: 'unknown', bound: '', source: '' } as const;
  return textOf(sentenceText, language).technology({ ...nothing, detail: technology });
}

function factsOf(opinion: Opinion, language: Language, name?: string): Facts {
  const { range, version, detail } = opinion;
  const called = name ?? productName(opinion);
  return {
    part: version === null ? called : `${called} ${version}`,
    isExact: range?.from != null && range.from.version === range.to?.version,
    range: range === null ? '' : rangeText(range, language),
    ...sideOf(opinion),
    detail: detail ?? '',
    source: sourceName(opinion, language),
  };
}

function sideOf({ range, scheme, version }: Opinion): Pick<Facts, 'side' | 'bound'> {
  const unknown = { side: 'unknown', bound: '' } as const;
  if (!range || scheme === null || version === null) return unknown;
  const { from, to } = range;
  const asToEnd = to && compareVersions(scheme, version, to.version);
  if (to && asToEnd !== null && asToEnd >= 0) {
    if (to.included) return { side: 'after-last', bound: to.version };
    return { side: asToEnd === 0 ? 'fixed' : 'after-fixed', bound: to.version };
  }
  const asToStart = from && compareVersions(scheme, version, from.version);
  return from && asToStart !== null && asToStart <= 0 ? { side: 'before', bound: from.version } : unknown;
}

function productName({ product }: Opinion): string {
  if (product.space === 'purl') return decodeURIComponent(product.purl.split('/').at(-1) ?? product.purl);
  return product.space === 'cpe' ? (literalOf(product.product) ?? product.product) : product.product;
}

/** Both point the same way, and neither was set aside. */
function agrees(one: Opinion, decided: Opinion): boolean {
  return one.value === decided.value && one.reason !== 'withdrawn' && one.tier <= 4;
}

function joined(list: string[], language: Language): string {
  const last = list.at(-1) ?? '';
  if (list.length < 2) return last;
  const before = list.slice(0, -1).join(language === 'ja' ? '、' : ', ');
  return textOf(sentenceText, language).and(before, last);
}
