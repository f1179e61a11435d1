import type { TreeNode } from '#kit/TreeTable';
import type { WhereFound } from '../../contract/components.ts';

/** A row of the answer: a line, a model, or a release that contains the component. */
export type WhereRowOf =
  | { kind: 'line'; name: string }
  | { kind: 'model'; model: WhereFound['release']['model'] }
  | { kind: 'release'; found: WhereFound; withModel: boolean };

/** Found releases under their models and lines, in the order in which they come. */
export function foldedNodes(found: readonly WhereFound[]): TreeNode<WhereRowOf>[] {
  return grouped(found, ({ line }) => line.id).map(([line, ofLine]) => ({
    id: line.line.id,
    row: { kind: 'line', name: line.line.name },
    children: grouped(ofLine, ({ release }) => release.model.id).map(([first, ofModel]) => ({
      id: first.release.model.id,
      row: { kind: 'model', model: first.release.model },
      children: ofModel.map((one) => leaf(one, false)),
    })),
  }));
}

/** Found releases one below the other, for orders that do not keep a model together. */
export const flatNodes = (found: readonly WhereFound[]): TreeNode<WhereRowOf>[] => found.map((one) => leaf(one, true));

/** Lines and models: what can be opened and closed. */
export const idsOfFolders = (nodes: TreeNode<WhereRowOf>[]): string[] =>
  nodes.flatMap(({ id, children }) => (children.length > 0 ? [id, ...idsOfFolders(children)] : []));

const leaf = (found: WhereFound, withModel: boolean): TreeNode<WhereRowOf> => ({
  id: found.release.id,
  row: { kind: 'release', found, withModel },
  children: [],
});

function grouped(found: readonly WhereFound[], keyOf: (one: WhereFound) => string): [WhereFound, WhereFound[]][] {
  return [...Map.groupBy(found, keyOf).values()].map((group) => [group[0] as WhereFound, group]);
}
