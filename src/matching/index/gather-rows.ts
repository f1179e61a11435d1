import type { Statement } from '#intelligence/pure';
import { schemeOfPurlType } from '#versions/scheme-of-purl';
import { type Scheme, schemes } from '#versions/version-key';
import { keysOf } from '../identity/keys.ts';
import { type Column, column, push } from './columns.ts';
import type { Said } from './find-touched.ts';
import { lastCriterion } from './match-index.ts';
import { rowKinds, rowsOf } from './rows-of.ts';
import { spansRemembered } from './spans-remembered.ts';
import type { VersionKey } from './version-keys.ts';

/** A product as the index knows it: its keys, the most exact first, and the scheme of its versions. */
export type Product = { keys: readonly string[]; scheme: number };

/** Stands for an open side of a row. */
export const open = 0xffff_ffff;

/** Rows as they come, before they are put in order. */
export type Gathered = {
  products: Product[];
  versions: VersionKey[];
  product: Column;
  from: Column;
  before: Column;
  vulnerability: Column;
  /** Criterion and kind of row: (criterion << 8) | kind. */
  which: Column;
};

export type Gathering = {
  rows: Gathered;
  add: (vulnerability: number, statements: readonly Statement[]) => void;
  productNumber: (product: Product) => number;
};

export function gathering(): Gathering {
  const rows: Gathered = {
    ...{ products: [], versions: [], product: column(), from: column(), before: column() },
    ...{ vulnerability: column(), which: column() },
  };
  const spansIn = spansRemembered();
  const products = new Map<string, number>();
  const productNumber = (product: Product): number => {
    const name = nameOf(product);
    const number = products.get(name) ?? rows.products.push(product) - 1;
    products.set(name, number);
    return number;
  };
  const productNamed = productsRemembered();
  const versionNumber = versionsRemembered(rows.versions);
  const add = (vulnerability: number, statements: readonly Statement[]) => {
    let criterion = -1;
    for (const statement of statements)
      for (const said of statement.criteria) {
        criterion += 1;
        const named = productNamed(said.product);
        if (named === null) continue;
        const which = Math.min(criterion, lastCriterion) << 8;
        for (const { kind, from, before } of rowsOf(statement, said, { scheme: schemeAt(named), spansIn })) {
          named.number ??= productNumber(named);
          push(rows.product, named.number);
          push(rows.from, from ? versionNumber(from) : open);
          push(rows.before, before ? versionNumber(before) : open);
          push(rows.vulnerability, vulnerability);
          push(rows.which, which | rowKinds.indexOf(kind));
        }
      }
  };
  return { rows, add, productNumber };
}

/** What statements say of each product's versions, as the components of a portfolio are asked. */
export function saidIn(statements: readonly Statement[], spansIn = spansRemembered()): Said[] {
  return statements.flatMap((statement) =>
    statement.criteria.flatMap((criterion) => {
      const product = productOf(criterion.product);
      return product
        ? [{ ...product, rows: rowsOf(statement, criterion, { scheme: schemeAt(product), spansIn }) }]
        : [];
    }),
  );
}

const schemeAt = ({ scheme }: Pick<Product, 'scheme'>): Scheme => schemes[scheme] as Scheme;

/** What identifies a product: its other keys follow from the first and from how many there are. */
export const nameOf = ({ keys: [home], keys, scheme }: Product): string => `${scheme} ${keys.length} ${home}`;

type Named = Statement['criteria'][number]['product'];

type Numbered = Product & { number?: number };
type Remembered = { vendor: string; kind: string; made: Numbered | null };

/**
 * Records name the same products again and again, each in an object of its own, most often the one that they have just
 * named. Only what has rows gets a number.
 */
function productsRemembered(): (product: Named) => Numbered | null {
  const known = new Map<string, Remembered[]>();
  let [lastName, last]: [string, Remembered | null] = ['', null];
  return (product) => {
    const name = product.space === 'purl' ? product.purl : product.product;
    const vendor = product.space === 'purl' ? '' : product.vendor;
    const kind = product.space === 'cpe' ? product.part : product.space;
    if (last !== null && name === lastName && vendor === last.vendor && kind === last.kind) return last.made;
    const alike = known.get(name) ?? [];
    if (alike.length === 0) known.set(name, alike);
    let found = alike.find((one) => one.vendor === vendor && one.kind === kind);
    if (!found) {
      found = { vendor, kind, made: productOf(product) };
      alike.push(found);
    }
    [lastName, last] = [name, found];
    return found.made;
  };
}

/** null when nothing can be looked up by its name. */
export function productOf(product: Named): Product | null {
  const keys = keysOf(product);
  return keys.length === 0 ? null : { keys, scheme: schemes.indexOf(schemeOfKey(keys[0] as string)) };
}

/** Packages have the order of their type; what CPE and plain names call is firmware or C software, unless a component says otherwise. */
function schemeOfKey(key: string): Scheme {
  const [, type] = /^purl:pkg:([^/]+)\//.exec(key) ?? [];
  return schemeOfPurlType(type ?? null);
}

function versionsRemembered(versions: VersionKey[]): (key: VersionKey) => number {
  const known = new Map<VersionKey, number>();
  return (key) => {
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    known.set(key, versions.push(key) - 1);
    return versions.length - 1;
  };
}
