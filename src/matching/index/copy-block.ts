import { keyAt, nameAt, numberOf } from './byte-strings.ts';
import { push } from './columns.ts';
import { type Gathered, open, type Product } from './gather-rows.ts';
import { type MatchIndex, schemeOfBlock, shapeOfBlock } from './match-index.ts';
import { rowKinds } from './rows-of.ts';

const unplaced = rowKinds.indexOf('unplaced');

type Copying = { block: number; product: number; except: ReadonlySet<number> };

/** The rows of a block among others again, without those of some vulnerabilities. */
export function copyBlock(index: MatchIndex, { block, product, except }: Copying, into: Gathered): void {
  const { low, high, blockBounds, blockRows, kind, criterion, vulnerability } = index;
  const first = into.versions.length;
  for (let at = blockBounds[block] as number; at < (blockBounds[block + 1] as number); at++)
    into.versions.push(keyAt(index.versions, index.bounds[at] as number));
  const openEnd = low.BYTES_PER_ELEMENT === 2 ? 0xffff : open;
  for (let row = blockRows[block] as number; row < (blockRows[block + 1] as number); row++) {
    if (except.has(vulnerability[row] as number)) continue;
    const [lowest, highest] = [low[row] as number, high[row] as number];
    push(into.product, product);
    push(into.from, lowest === 0 || kind[row] === unplaced ? open : first + (lowest >>> 1));
    push(into.before, highest === openEnd ? open : first + (highest >>> 1));
    push(into.vulnerability, vulnerability[row] as number);
    push(into.which, ((criterion[row] as number) << 8) | (kind[row] as number));
  }
}

/** The block of a product, or -1. */
export function blockOf({ keys, keyFirst, keyBlocks, blockHome, blockShape }: MatchIndex, product: Product): number {
  const home = numberOf(keys, product.keys[0] ?? '');
  if (home < 0) return -1;
  const shape = shapeOfBlock(product.scheme, product.keys.length);
  for (let at = keyFirst[home] as number; at < (keyFirst[home + 1] as number); at++) {
    const block = keyBlocks[at] as number;
    if (blockHome[block] === home && blockShape[block] === shape) return block;
  }
  return -1;
}

/** What each block is about. */
export function productsOf({ keys, keyFirst, keyBlocks, blockHome, blockShape }: MatchIndex): Product[] {
  const names = Array.from(blockHome, (): string[] => []);
  for (let key = 0; key + 1 < keyFirst.length; key++) {
    const name = nameAt(keys, key);
    for (let at = keyFirst[key] as number; at < (keyFirst[key + 1] as number); at++) {
      const block = keyBlocks[at] as number;
      if (blockHome[block] === key) names[block]?.unshift(name);
      else names[block]?.push(name);
    }
  }
  return names.map((of, block) => ({ keys: of, scheme: schemeOfBlock(blockShape[block] as number) }));
}
