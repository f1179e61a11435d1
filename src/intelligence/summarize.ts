import { fold } from '#platform/browser/fold';
import type { ProductName, Score, SourceId, Statement } from './statement.ts';

/** What the sources of one vulnerability say together: what lists are sorted, filtered and searched by. */
export type Summary = {
  titleJa: string | null;
  titleEn: string | null;
  state: 'published' | 'rejected' | 'withdrawn';
  score: number | null;
  scoreVersion: Score['version'] | null;
  /** 4 critical, 3 high, 2 medium, 1 low, 0 none or not known; CVSS 2.0 has no critical. */
  severity: number;
  exploitedOn: string | null;
  labels: string[];
  technologies: string[];
  publishedAt: string | null;
  modifiedAt: string | null;
  searched: string;
};

// Whose word comes first where one is wanted. The CNA knows its product; NVD fills what it leaves out.
const precedence: readonly SourceId[] = ['own', 'cve', 'nvd', 'jvn', 'osv', 'kev', 'epss'];
const titlePrecedence: readonly SourceId[] = ['own', 'jvn', 'cve', 'kev', 'osv', 'nvd', 'epss'];
const versions: readonly Score['version'][] = ['4.0', '3.1', '3.0', '2.0'];

/** Sums up the present statements of one vulnerability. */
export function summarize(names: readonly string[], statements: readonly Statement[]): Summary {
  const ordered = inOrder(statements, precedence);
  const standing = ordered.filter(({ state }) => state === 'published');
  const said = standing.length > 0 ? standing : ordered;
  const score = scoreOf(standing);
  const dates = standing.flatMap(({ exploitation }) => exploitation?.addedOn ?? []).sort();
  return {
    titleJa: titleOf(said, 'ja'),
    titleEn: titleOf(said, 'en'),
    state: stateOf(ordered),
    score: score?.score ?? null,
    scoreVersion: score?.version ?? null,
    severity: severityOf(score),
    exploitedOn: dates[0] ?? null,
    labels: [...new Set(standing.flatMap(({ labels }) => labels))].sort(),
    technologies: [...new Set(standing.flatMap(({ technologies }) => technologies))].sort(),
    publishedAt: ordered.flatMap(({ publishedAt }) => publishedAt ?? []).sort()[0] ?? null,
    // A catalogue is dated as a whole, which is no change of this vulnerability.
    modifiedAt:
      ordered
        .flatMap(({ source, modifiedAt }) => (source === 'kev' ? [] : (modifiedAt ?? [])))
        .sort()
        .at(-1) ?? null,
    searched: searchedOf(names, said),
  };
}

function inOrder(statements: readonly Statement[], order: readonly SourceId[]): Statement[] {
  return statements.toSorted((a, b) => order.indexOf(a.source) - order.indexOf(b.source));
}

/** Records in the order in which sources are asked, whenever each came in. */
export function inPrecedence<T extends { statement: Statement }>(kept: readonly T[]): T[] {
  const rank = ({ statement }: T) => precedence.indexOf(statement.source);
  return kept.toSorted((a, b) => rank(a) - rank(b) || (a.statement.externalId < b.statement.externalId ? -1 : 1));
}

/** Rejected by whoever gave the number, whatever others still say; withdrawn when nobody is left who says it. */
function stateOf(ordered: readonly Statement[]): Summary['state'] {
  if (ordered.some(({ source, state }) => source === 'cve' && state === 'rejected')) return 'rejected';
  const telling = ordered.filter(({ source }) => source !== 'kev' && source !== 'epss');
  if (telling.length === 0 || telling.some(({ state }) => state === 'published')) return 'published';
  return telling.some(({ state }) => state === 'rejected') ? 'rejected' : 'withdrawn';
}

/** The newest version of CVSS that anybody gives; within it the word of the first source. */
function scoreOf(ordered: readonly Statement[]): Score | null {
  const scores = ordered.flatMap((statement) => statement.scores).filter(({ score }) => score !== null);
  for (const version of versions) {
    const found = scores.find((score) => score.version === version);
    if (found) return found;
  }
  return null;
}

/** @source CVSS 3.1 and 4.0, Qualitative Severity Rating Scale; NVD's ratings of CVSS 2.0 */
export function severityOf(score: Pick<Score, 'version' | 'score'> | null): number {
  const value = score?.score ?? 0;
  if (value >= 9 && score?.version !== '2.0') return 4;
  if (value >= 7) return 3;
  if (value >= 4) return 2;
  return value > 0 ? 1 : 0;
}

function titleOf(statements: readonly Statement[], language: 'ja' | 'en'): string | null {
  const ordered = inOrder(statements, titlePrecedence);
  const titles = ordered.flatMap(({ title }) => title[language] || []);
  const first = titles[0] ?? ordered.flatMap(({ overview }) => overview[language] || [])[0];
  return first ? firstSentence(first) : null;
}

const longestTitle = 160;

/** The first sentence, whatever lines it was broken into; lists and later paragraphs are left to the page. */
function firstSentence(text: string): string {
  const [paragraph = ''] = text.trim().split(/\n\s*\n/);
  const line = paragraph
    .replace(/^(?:Issue summary|Summary|Description):\s*/i, '')
    .replaceAll(/<[^>]{1,40}>|\s+/g, ' ')
    .trim();
  const sentence = /^.{20,}?(?:[。]|\.(?=\s\p{Lu}|\s*$))/u.exec(line)?.[0] ?? line;
  return sentence.length <= longestTitle ? sentence : `${sentence.slice(0, longestTitle - 1)}…`;
}

const mostSearched = 20_000;

function searchedOf(names: readonly string[], statements: readonly Statement[]): string {
  const products = statements.flatMap(({ criteria }) => criteria.map(({ product }) => productText(product)));
  const titles = statements.flatMap(({ title, overview }) => [title.ja, title.en, overview.ja, overview.en]);
  const numbers = new Set([...names, ...statements.flatMap(({ related }) => related)]);
  const words = [...numbers, ...new Set(products), ...titles.filter((text) => text !== undefined)];
  return fold(words.join('\n')).slice(0, mostSearched);
}

/** A product as one text, by which searches find it. */
function productText(product: ProductName): string {
  if (product.space === 'purl') return product.purl;
  return `${product.vendor} ${product.product}`.trim();
}

/** A product as one text, by which its phrases are found. */
export const phraseProduct = (product: ProductName): string => productText(product).slice(0, longestPhraseProduct);
const longestPhraseProduct = 250;
