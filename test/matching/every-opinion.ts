import { literalOf, parseCpe } from '#formats/cpe';
import { parsePurl } from '#formats/purl';
import type { ProductName, Statement } from '#intelligence/pure';
import {
  candidatesOf,
  inRelease,
  keysOf,
  type Match,
  type Opinion,
  opinionOf,
  type ReleaseContext,
} from '#matching/pure';
import { decide } from '../../src/matching/evaluate/decide.ts';
import type { Candidate, Component } from '../../src/matching/evidence.ts';
import { foldName } from '../../src/matching/identity/fold.ts';

/**
 * Every candidate before every criterion, the surest for each: nothing is looked up, nothing is left out.
 * @throws Error when what is plainly the same product is not taken for it
 */
export function everyOpinion(component: Component, statements: readonly Statement[]): Opinion[] {
  const opinions: Opinion[] = [];
  const candidates = candidatesOf(component);
  const names = plainNames(component);
  for (const statement of statements)
    for (const criterion of statement.criteria) {
      const { product } = criterion;
      let surest: Opinion | null = null;
      for (const candidate of candidates) {
        if (!mayBe(candidate, product)) continue;
        const opinion = opinionOf({ component, candidate, statement, criterion });
        if (opinion && (surest === null || opinion.tier < surest.tier)) surest = opinion;
      }
      if (surest !== null) opinions.push(surest);
      else if (plainNamesOf(product).some((name) => names.has(name)))
        throw new Error(`${JSON.stringify(component)} is not taken for ${JSON.stringify(product)}`);
    }
  return opinions;
}

const mayBe = ({ key }: Candidate, product: ProductName) => keysOf(product).includes(key);

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
  if (!rejected && first && context && isWaiting)
    return inRelease(
      { value: first.value, evidence: { shape: 1, value: first.value, decided: first, others } },
      context,
    );
  const evidence = decide(opinions);
  const decided = rejected
    ? { ...evidence.decided, value: 'does-not-apply' as const, reason: 'rejected' as const }
    : evidence.decided;
  return { value: decided.value, evidence: { ...evidence, value: decided.value, decided } };
}

// Identity once more, as far as it is plain: the same names in the same form. What else matching knows of names is not asked.

const kinds = (part: string) => (part === '*' ? ['a', 'h'] : [part === 'h' ? 'h' : 'a']);
const known = new WeakMap<object, unknown>();

function once<Of extends object, Result>(of: Of, make: (of: Of) => Result): Result {
  if (!known.has(of)) known.set(of, make(of));
  return known.get(of) as Result;
}

const plainNames = (component: Component): ReadonlySet<string> => once(component, makePlainNames);

function makePlainNames({ cpes, purl, distribution }: Component): ReadonlySet<string> {
  const names = cpes.flatMap((text) => {
    const { part, vendor, product } = parseCpe(text);
    const [owner, name] = [literalOf(vendor), literalOf(product)];
    if (!owner || !name) return [];
    const same = kinds(part).map((kind) => `${kind} ${vendor} ${product}`);
    return part === 'h' ? same : [...same, `named ${foldName(owner)} ${foldName(name)}`];
  });
  const pack = packageOf(purl);
  return new Set([...names, ...(pack ? [`${pack} of any`, `${pack} of ${distribution}`] : [])]);
}

const plainNamesOf = (product: ProductName): readonly string[] => once(product, makePlainNamesOf);

function makePlainNamesOf(product: ProductName): readonly string[] {
  if (product.space === 'purl') {
    const pack = packageOf(product.purl);
    return pack ? [`${pack} of ${product.distribution ?? 'any'}`] : [];
  }
  if (product.space === 'cpe') return kinds(product.part).map((kind) => `${kind} ${product.vendor} ${product.product}`);
  const [vendor, name] = [foldName(product.vendor), foldName(product.product)];
  return vendor === '' || vendor === 'na' || name === '' || name === 'na' ? [] : [`named ${vendor} ${name}`];
}

function packageOf(text: string | null): string | null {
  try {
    if (text === null) return null;
    const { type, namespace, name } = parsePurl(text);
    return `${type}/${namespace ?? ''}/${name}`;
  } catch {
    return null; // no package URL
  }
}
