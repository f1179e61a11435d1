import { type Part, readVersions } from './prose/read-versions.ts';
import type { Criterion, ProductName } from './statement.ts';

/**
 * Reads what can be read of a criterion's phrases about versions, for one vulnerability, by all ids that the record is about:
 * bounds tied to others are left out.
 * What is not understood stays in `unread`. A phrase that names another product makes a criterion of its own (space name,
 * same vendor); the phrase then also stays with the first one, unless it says something of that product too: nothing is lost
 * because the name is not known. A name with gaps ("NJ501-1[]0[]") or of several models ("A-1/A-2") is never a product, so such a phrase stays unread.
 * @returns the criterion with more ranges, then those of other products; empty when all of its phrases are about other vulnerabilities
 */
export function withPhrasesRead(
  criterion: Criterion,
  { vulnerabilities }: { vulnerabilities: readonly string[] },
): Criterion[] {
  const own: Criterion = { ...criterion, ranges: [...criterion.ranges], unread: [] };
  const others = new Map<string, Criterion>();
  for (const text of criterion.unread) {
    const parts = partsFor(text, criterion.product, vulnerabilities);
    if (!parts) {
      own.unread.push(text);
      continue;
    }
    const ofOwn = parts.filter(({ product }) => isProduct(criterion.product, product));
    const ofOthers = parts.filter((part) => !ofOwn.includes(part));
    own.ranges.push(...ofOwn.flatMap(({ ranges }) => ranges));
    if (ofOthers.length > 0 && ofOwn.length === 0) own.unread.push(text);
    for (const part of ofOthers) addOther(others, criterion, part);
  }
  const saysNothing =
    criterion.unread.length > 0 && own.ranges.length === 0 && own.unread.length === 0 && own.commits.length === 0;
  return [...(saysNothing ? [] : [own]), ...others.values()];
}

/** The parts of a text that are about this vulnerability, null where the text has to wait for a person. */
function partsFor(text: string, product: ProductName, ids: readonly string[]): Part[] | null {
  const reading = readVersions(text);
  if ('unread' in reading) return null;
  const parts = reading.parts.filter(
    ({ vulnerabilities }) =>
      vulnerabilities.length === 0 || ids.some((id) => vulnerabilities.includes(id.toUpperCase())),
  );
  const namesUnusable = parts.some((part) => !isProduct(product, part.product) && !canBeNamed(product, part.product));
  return namesUnusable ? null : parts;
}

/** A purl has no vendor to go with another name. */
function canBeNamed(product: ProductName, name: string | null): boolean {
  return product.space !== 'purl' && !/[[\]*/]/.test(name ?? '');
}

function isProduct(product: ProductName, named: string | null): boolean {
  if (named === null) return true;
  return keyOf(product.space === 'purl' ? (product.purl.split('/').at(-1) ?? '') : product.product) === keyOf(named);
}

/** Without what differs between a record's fields and its words: case, separators, "firmware", "series". */
function keyOf(name: string): string {
  const words = name
    .toLowerCase()
    .replace(/\\(.)/g, '$1')
    .replace(/[\s_-](?:firmware|series)$|ファームウ[ェエ]ア$|シリーズ$/u, '');
  return words.replace(/[\s_.-]/g, '');
}

function addOther(others: Map<string, Criterion>, criterion: Criterion, part: Part): void {
  const { product } = criterion;
  if (product.space === 'purl' || part.product === null) return;
  const key = keyOf(part.product);
  const other = others.get(key) ?? {
    ...criterion,
    product: { space: 'name', vendor: product.vendor.replace(/\\(.)/g, '$1'), product: part.product },
    qualifiers: {},
    ranges: [],
    unread: [],
    commits: [],
  };
  other.ranges.push(...part.ranges);
  others.set(key, other);
}
