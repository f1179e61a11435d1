/** A thing with the things below it. */
export interface TreeNode<Row> {
  id: string;
  row: Row;
  children: TreeNode<Row>[];
}

/** A line of a tree as it stands on the page. */
export interface TreeLine<Row> {
  node: TreeNode<Row>;
  /** 1 for the outermost. */
  level: number;
  /** Its place among its siblings, from 1, and how many these are. */
  position: number;
  siblings: number;
  /** undefined for what has nothing below it. */
  expanded: boolean | undefined;
}

/** The lines to show when these nodes are open. */
export function visibleLines<Row>(nodes: TreeNode<Row>[], open: ReadonlySet<string>, level = 1): TreeLine<Row>[] {
  return nodes.flatMap((node, index) => {
    const expanded = node.children.length > 0 ? open.has(node.id) : undefined;
    const line = { node, level, position: index + 1, siblings: nodes.length, expanded };
    return [line, ...(expanded ? visibleLines(node.children, open, level + 1) : [])];
  });
}

/** Every node that can be opened. */
export function openableIds<Row>(nodes: TreeNode<Row>[]): string[] {
  return nodes.flatMap((node) => (node.children.length > 0 ? [node.id, ...openableIds(node.children)] : []));
}

/**
 * What a key does in a tree (WAI-ARIA, treegrid): up and down move, right opens or goes in, left closes or goes out.
 * @returns the line to go to, or the node to open or close, or null when the key is not the tree's
 */
export function treeKey<Row>(
  lines: TreeLine<Row>[],
  at: number,
  key: string,
): { to: number } | { toggle: string } | null {
  const line = lines[at];
  if (!line) return null;
  switch (key) {
    case 'ArrowDown':
      return { to: Math.min(at + 1, lines.length - 1) };
    case 'ArrowUp':
      return { to: Math.max(at - 1, 0) };
    case 'Home':
      return { to: 0 };
    case 'End':
      return { to: lines.length - 1 };
    case 'ArrowRight':
      return line.expanded === false ? { toggle: line.node.id } : { to: line.expanded ? at + 1 : at };
    case 'ArrowLeft':
      return line.expanded ? { toggle: line.node.id } : { to: parentOf(lines, at) };
    default:
      return null;
  }
}

function parentOf<Row>(lines: TreeLine<Row>[], at: number): number {
  const level = lines[at]?.level ?? 1;
  const parent = lines.slice(0, at).findLastIndex((line) => line.level < level);
  return parent < 0 ? at : parent;
}
