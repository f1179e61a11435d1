import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import type { TreeNode } from '#kit/TreeTable';
import type { ListedLine, ListedModel } from '../contract.ts';
import { type ListState, sortWord } from './list-state.ts';
import type { ProductRow } from './product-rows.ts';
import { type Asked, branchQuery, releasesQuery } from './queries.ts';

type Node = TreeNode<ProductRow>;

/**
 * The tree as it is open: the models of open lines and the releases of open models, each asked for when it is opened.
 * @param pages  how many pages of what stands below a line or model, by its id; one where it is not named
 */
export function useProductNodes(parts: {
  lines: ListedLine[] | undefined;
  open: string[];
  pages: Record<string, number>;
  asked: Asked;
  state: ListState;
}): Node[] | undefined {
  const { lines, open, pages, asked, state } = parts;
  const openLines = (lines ?? []).filter(({ id, models }) => open.includes(id) && models > 0);
  const branches = useQueries({
    queries: openLines.map(({ id }) => branchQuery(asked, sortWord(state), id, pages[id] ?? 1)),
  });
  const branchOf = new Map(openLines.map(({ id }, index) => [id, branches[index]?.data]));

  const openModels = branches
    .flatMap(({ data }) => data?.items ?? [])
    .filter(({ id, releases }) => open.includes(id) && releases > 0);
  const listed = useQueries({ queries: openModels.map(({ id }) => releasesQuery(id, asked.state, pages[id] ?? 1)) });
  const releasesOf = new Map(openModels.map(({ id }, index) => [id, listed[index]?.data]));

  const modelNode = (model: ListedModel): Node => ({
    id: model.id,
    row: { kind: 'model', model },
    children: below(model, model.releases, releasesOf.get(model.id), (release) => ({
      id: release.id,
      row: { kind: 'release', release },
      children: [],
    })),
  });
  // The first time all that is open comes at once; rows that came one after the other would push each other down.
  const [wasShown, setShown] = useState(false);
  if (!wasShown && lines) {
    if ([...branches, ...listed].some(({ isPending }) => isPending)) return;
    setShown(true);
  }
  return lines?.map((line) => ({
    id: line.id,
    row: { kind: 'line', line },
    children: below(line, line.models, branchOf.get(line.id), modelNode),
  }));
}

/** What stands below a line or model: the things themselves, or a row that waits for them, and the way to the rest. */
function below<Thing>(
  { id, name }: { id: string; name: string },
  count: number,
  page: { items: Thing[]; hasMore: boolean } | undefined,
  nodeOf: (thing: Thing) => Node,
): Node[] {
  if (count === 0) return [];
  if (!page) return [{ id: `${id} waiting`, row: { kind: 'waiting' }, children: [] }];
  const more: Node = { id: `${id} more`, row: { kind: 'more', below: id, name }, children: [] };
  return [...page.items.map(nodeOf), ...(page.hasMore ? [more] : [])];
}
