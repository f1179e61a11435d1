import type { ListedRelease } from '../contract/releases.ts';
import type { ListedLine, ListedModel } from '../contract.ts';

/** A row of the tree: a line, one of its models, one of its releases, or what stands there until they have come. */
export type ProductRow =
  | { kind: 'line'; line: ListedLine }
  | { kind: 'model'; model: ListedModel }
  | { kind: 'release'; release: ListedRelease }
  | { kind: 'waiting' }
  /** There is more below this line or model. */
  | { kind: 'more'; below: string; name: string };

/** How a row is called in the labels of its controls. */
export function nameOfRow(row: ProductRow): string {
  if (row.kind === 'line') return row.line.name;
  if (row.kind === 'model') return row.model.name;
  return row.kind === 'release' ? `${row.release.model.name} ${row.release.version}` : '';
}
