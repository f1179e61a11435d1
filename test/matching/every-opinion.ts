import { type Cpe, literalOf, parseCpe } from '#formats/cpe';
import { type Purl, parsePurl } from '#formats/purl';
import type { Criterion, ProductName, Statement } from '#intelligence/pure';
import { candidatesOf, inRelease, type Match, type Opinion, opinionOf, type ReleaseContext } from '#matching/pure';
import { decide } from '../../src/matching/evaluate/decide.ts';
import type { Component } from '../../src/matching/evidence.ts';
import { foldName } from '../../src/matching/identity/fold.ts';

/** Every candidate before every criterion, the surest for each: none is looked up by a key, none is left out. */
export function everyOpinion(component: Component, statements: readonly Statement[]): Opinion[] {
  return statements.flatMap((statement) =>
    statement.criteria.flatMap((criterion) => {
      const [surest] = candidatesOf(component)
        .flatMap((candidate) => opinionOf({ component, candidate, statement, criterion }) ?? [])
        .sort((a, b) => a.tier - b.tier);
      if (surest === undefined && isPlainlyTheSame(component, criterion))
        throw new Error(`${JSON.stringify(component)} is not taken for ${JSON.stringify(criterion.product)}`);
      return surest ?? [];
    }),
  );
}

/** What they come to, in a release or (null) before one is asked; nothing of them is left out on the way. */
export function decideAll(
  opinions: readonly Opinion[],
  statements: readonly Statement[],
  context: ReleaseContext | null,
): Match {
  const rejected = statements.some(({ state, source }) => state === 'rejected' && ['cve', 'nvd'].includes(source));
  const valid = opinions.filter(({ reason }) => reason !== 'rejected' && reason !== 'withdrawn');
  const [first, ...others] = valid;
  const isWaiting = valid.some(({ needs, value }) => needs !== null && ['applies', 'may-apply'].includes(value));
  if (rejected || !first || !context || !isWaiting) {
    const evidence = decide(opinions);
    const decided = rejected
      ? { ...evidence.decided, value: 'does-not-apply' as const, reason: 'rejected' as const }
      : evidence.decided;
    return { value: decided.value, evidence: { ...evidence, value: decided.value, decided } };
  }
  return inRelease({ value: first.value, evidence: { shape: 1, value: first.value, decided: first, others } }, context);
}

/** The same names in the same form; what matching calls by several names is not asked here. */
function isPlainlyTheSame(component: Component, { product }: Criterion): boolean {
  if (product.space === 'purl') return isSamePackage(component, product);
  const owner = product.space === 'cpe' ? literalOf(product.vendor) : product.vendor;
  const name = product.space === 'cpe' ? literalOf(product.product) : product.product;
  if (!owner || !name || foldName(name) === '' || foldName(owner) === 'na' || foldName(name) === 'na') return false;
  return cpesOf(component).some((cpe) => {
    const kinds = (part: string) => (part === '*' ? ['a', 'h'] : [part === 'h' ? 'h' : 'a']);
    if (product.space === 'cpe')
      return (
        cpe.vendor === product.vendor &&
        cpe.product === product.product &&
        kinds(cpe.part).some((kind) => kinds(product.part).includes(kind))
      );
    const [vendor, called] = [literalOf(cpe.vendor), literalOf(cpe.product)];
    return cpe.part !== 'h' && foldName(vendor ?? '') === foldName(owner) && foldName(called ?? '') === foldName(name);
  });
}

function isSamePackage({ purl, distribution }: Component, product: Extract<ProductName, { space: 'purl' }>): boolean {
  const [ours, theirs] = [parsed(purl), parsed(product.purl)];
  const isFitting = product.distribution === null || product.distribution === distribution;
  return (
    ours !== null &&
    theirs !== null &&
    isFitting &&
    ours.type === theirs.type &&
    ours.namespace === theirs.namespace &&
    ours.name === theirs.name
  );
}

const purls = new Map<string, Purl | null>();

function parsed(text: string | null): Purl | null {
  if (text === null) return null;
  const known = purls.get(text);
  if (known !== undefined) return known;
  const read = tried(() => parsePurl(text));
  purls.set(text, read);
  return read;
}

const cpes = new WeakMap<Component, Cpe[]>();

function cpesOf(component: Component): Cpe[] {
  const known = cpes.get(component) ?? component.cpes.flatMap((text) => tried(() => parseCpe(text)) ?? []);
  cpes.set(component, known);
  return known;
}

/** What cannot be read names nothing. */
function tried<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
