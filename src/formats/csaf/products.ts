import type { CsafBranch, CsafFullProductName, CsafProductTree } from './shape.ts';

/** A product of the tree with what the branches above it say. What is absent is null or empty. */
export type CsafProduct = {
  id: string;
  name: string;
  vendor: string | null;
  product: string | null;
  /** "1.2"; of a `product_version_range` the range as it is written, "vers:semver/<1.2". */
  version: string | null;
  isRange: boolean;
  purls: string[];
  cpe: string | null;
  uris: string[];
  /** Where it stands within another, the ids of both: openssl of a firmware. */
  relation: { category: string; part: string; whole: string } | null;
};

/**
 * The products of a tree by their ids. Of an id that stands twice the first is taken; of a longer path of 2.1 its two ends.
 * @source CSAF 2.0, 3.1.2 Branches, 3.1.3 Full product name, 3.2.2 Product tree; CSAF 2.1, 3.2.3.4 Product paths
 */
export function productsOfTree(tree: CsafProductTree): ReadonlyMap<string, CsafProduct> {
  const found = new Map<string, CsafProduct>();
  const take = (product: CsafProduct) => found.has(product.id) || found.set(product.id, product);
  for (const product of productsOfBranches(tree.branches ?? [])) take(product);
  for (const full of tree.full_product_names ?? []) take(productOf(full, {}));
  for (const { category, full_product_name: full, ...ends } of tree.relationships ?? []) {
    const relation = { category, part: ends.product_reference, whole: ends.relates_to_product_reference };
    take({ ...productOf(full, {}), relation });
  }
  for (const { full_product_name: full, beginning_product_reference: part, subpaths } of tree.product_paths ?? []) {
    const last = subpaths.at(-1);
    const relation = last ? { category: last.category, part, whole: last.next_product_reference } : null;
    take({ ...productOf(full, {}), relation });
  }
  return found;
}

type Above = Record<string, string>;

/** Walks with a list of its own: a document may nest as deep as the reader allows. */
function* productsOfBranches(branches: readonly CsafBranch[]): Generator<CsafProduct> {
  const open = branches.map((branch) => ({ branch, above: {} as Above })).reverse();
  for (let next = open.pop(); next; next = open.pop()) {
    const { branch } = next;
    const above = { ...next.above, [branch.category]: branch.name };
    if (branch.product) yield productOf(branch.product, above);
    for (const inner of (branch.branches ?? []).toReversed()) open.push({ branch: inner, above });
  }
}

function productOf(full: CsafFullProductName, above: Above): CsafProduct {
  const helper = full.product_identification_helper;
  const range = above.product_version_range;
  return {
    ...{ id: full.product_id, name: full.name, vendor: above.vendor ?? null, product: above.product_name ?? null },
    ...{
      version: above.product_version ?? range ?? null,
      isRange: above.product_version === undefined && range !== undefined,
    },
    ...{
      purls: [...(helper?.purl === undefined ? [] : [helper.purl]), ...(helper?.purls ?? [])],
      cpe: helper?.cpe ?? null,
    },
    ...{ uris: (helper?.x_generic_uris ?? []).map(({ uri }) => uri), relation: null },
  };
}

/** The products that a flag, threat or remediation is about, by themselves and by their groups. */
export function productIdsOf(
  {
    product_ids: own = [],
    group_ids: groups = [],
  }: { product_ids?: string[] | undefined; group_ids?: string[] | undefined },
  tree: CsafProductTree | undefined,
): string[] {
  const wanted = new Set(groups);
  const grouped = (tree?.product_groups ?? []).filter(({ group_id: id }) => wanted.has(id));
  return [...new Set([...own, ...grouped.flatMap(({ product_ids: ids }) => ids)])];
}
