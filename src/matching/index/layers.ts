import type { Statement } from '#intelligence/pure';
import { blockOf, copyBlock, productsOf } from './copy-block.ts';
import { freeze } from './freeze.ts';
import { gathering, nameOf, type Product, productOf } from './gather-rows.ts';
import type { Layer, MatchIndex } from './match-index.ts';

/** An index with what has changed since it was built, which is asked first; every change makes another epoch. */
export type Layers = { epoch: number; base: Layer; overlay: MatchIndex | null };

export const layersOf = (index: MatchIndex, epoch = 0): Layers => ({
  epoch,
  base: { index, isReplaced: null },
  overlay: null,
});

/** In the order in which they are asked. */
export const asLayers = ({ base, overlay }: Layers): Layer[] =>
  overlay ? [{ index: overlay, isReplaced: null }, base] : [base];

/** What was said of a vulnerability, whose products it may leave, and what is said now; each once among others. */
export type RecordChange = { vulnerability: number; before: readonly Statement[]; after: readonly Statement[] };

const nobody: ReadonlySet<number> = new Set();

/** The next epoch: the blocks of the products that the changes speak of are built anew, all others stay where they are. */
export function changed({ epoch, base, overlay }: Layers, changes: readonly RecordChange[]): Layers {
  const { add, rows, productNumber } = gathering();
  const touched = productsIn(changes);
  const except = new Set(changes.map(({ vulnerability }) => vulnerability));
  const isReplaced = base.isReplaced?.slice() ?? new Uint8Array(base.index.blockHome.length);
  for (const product of touched.values()) {
    const own = blockOf(base.index, product);
    if (own < 0 || isReplaced[own] === 1) continue;
    isReplaced[own] = 1;
    copyBlock(base.index, { block: own, product: productNumber(product), except }, rows);
  }
  for (const [block, product] of overlay ? productsOf(overlay).entries() : []) {
    const isTouched = touched.has(nameOf(product));
    const copying = { block, product: productNumber(product), except: isTouched ? except : nobody };
    copyBlock(overlay as MatchIndex, copying, rows);
  }
  for (const { vulnerability, after } of changes) add(vulnerability, after);
  return { epoch: epoch + 1, base: { index: base.index, isReplaced }, overlay: freeze(rows) };
}

function productsIn(changes: readonly RecordChange[]): Map<string, Product> {
  const found = new Map<string, Product>();
  for (const { before, after } of changes)
    for (const { criteria } of [...before, ...after])
      for (const { product } of criteria) {
        const named = productOf(product);
        if (named) found.set(nameOf(named), named);
      }
  return found;
}

/** All of it in one index again, the same as if it were built of what is known now. */
export function compacted(layers: Layers): MatchIndex {
  const { rows, productNumber } = gathering();
  for (const { index, isReplaced } of asLayers(layers))
    for (const [block, product] of productsOf(index).entries()) {
      const isEmpty = index.blockRows[block] === index.blockRows[block + 1];
      if (isEmpty || isReplaced?.[block] === 1) continue;
      copyBlock(index, { block, product: productNumber(product), except: nobody }, rows);
    }
  return freeze(rows);
}
