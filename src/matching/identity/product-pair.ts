import { type Cpe, CpeFault, fromLiteral, literalOf, parseCpe } from '#formats/cpe';

/** A product by its vendor and name, as they stand in a CPE: with backslashes before what is not plain. */
export type ProductPair = { vendor: string; product: string };

/** From a key "cpe:a:vendor:product" or "name:vendor:product"; null for a key of another kind, or whoever the vendor is. */
export function pairOfKey(key: string): ProductPair | null {
  const [, vendor, product] = /^cpe:[ah]:((?:\\.|[^:\\])*):((?:\\.|[^:\\])*)$/s.exec(key) ?? [];
  if (vendor !== undefined && product !== undefined) return { vendor, product };
  const [, name, of] = /^name:([^:*]+):(.+)$/.exec(key) ?? [];
  return name === undefined || of === undefined ? null : { vendor: fromLiteral(name), product: fromLiteral(of) };
}

/** What a person wrote, canonical; null unless both are concrete values of CPE. */
export function readPair({ vendor, product }: ProductPair): ProductPair | null {
  const cpe = parsed(`cpe:2.3:a:${written(vendor)}:${written(product)}:*:*:*:*:*:*:*:*`);
  const isConcrete = cpe !== null && literalOf(cpe.vendor) !== null && literalOf(cpe.product) !== null;
  return isConcrete ? { vendor: cpe.vendor, product: cpe.product } : null;
}

/** "vendor:product", as people read it. */
export const pairText = ({ vendor, product }: ProductPair): string =>
  `${literalOf(vendor) ?? vendor}:${literalOf(product) ?? product}`;

/** A person writes "c++" or "c\+\+"; spaces are underscores in CPE. */
function written(text: string): string {
  const plain = text.trim().replaceAll(/\\(.)/gs, '$1').replaceAll(/\s+/g, '_');
  return plain === '' || plain === '*' ? '*' : fromLiteral(plain);
}

function parsed(text: string): Cpe | null {
  try {
    return parseCpe(text);
  } catch (fault) {
    if (fault instanceof CpeFault) return null;
    throw fault;
  }
}
