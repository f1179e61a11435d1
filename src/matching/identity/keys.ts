import { literalOf } from '#formats/cpe';
import { PurlFault, parsePurl } from '#formats/purl';
import type { ProductName } from '#intelligence/pure';
import { foldName } from './fold.ts';
import { barePurl } from './package-of.ts';

/** Longer names are lists, or no names; the index would not take them. */
const longestKey = 600;
export const isKey = (key: string): boolean => key.length <= longestKey;

const keysByProduct = new WeakMap<ProductName, string[]>();

/**
 * The keys under which a criterion about this product is found; candidates have the same.
 * Applications and operating systems share theirs, since records take one for the other; hardware has its own.
 * Empty for what names no product: a wildcard, "n/a", a purl that is none.
 */
export function keysOf(product: ProductName): string[] {
  const known = keysByProduct.get(product);
  if (known) return known;
  const keys = makeKeys(product).filter(isKey);
  keysByProduct.set(product, keys);
  return keys;
}

function makeKeys(product: ProductName): string[] {
  if (product.space === 'purl') {
    const key = purlKey(product.purl);
    return key === null ? [] : [key];
  }
  if (product.space === 'name') return nameKeys(product.vendor, product.product);
  const name = literalOf(product.product);
  const vendor = literalOf(product.vendor);
  if (name === null || vendor === null) return [];
  const software = [cpeKey('a', product.vendor, product.product), productKey(name)];
  const hardware = [cpeKey('h', product.vendor, product.product)];
  if (product.part === 'h') return hardware;
  return product.part === '*' ? [...software, ...hardware] : software;
}

function nameKeys(vendor: string, product: string): string[] {
  if (isNothing(product)) return [];
  return isNothing(vendor) ? [productKey(product)] : [nameKey(vendor, product), productKey(product)];
}

const isNothing = (text: string) => ['', 'na', 'unknown', 'unspecified', 'none'].includes(foldName(text));

export const cpeKey = (part: string, vendor: string, product: string): string =>
  `cpe:${part === 'h' ? 'h' : 'a'}:${vendor}:${product}`;
export const nameKey = (vendor: string, product: string): string => `name:${foldName(vendor)}:${foldName(product)}`;
/** Of a product whoever its vendor is. */
export const productKey = (product: string): string => `name:*:${foldName(product)}`;

/** null when the text is no package URL. */
export function purlKey(text: string): string | null {
  try {
    return `purl:${barePurl(parsePurl(text))}`;
  } catch (fault) {
    if (fault instanceof PurlFault) return null;
    throw fault;
  }
}
