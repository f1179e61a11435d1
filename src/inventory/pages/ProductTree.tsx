import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useCallback, useState } from 'react';
import { Button, ButtonLink } from '#kit/Button';
import { EmptyState } from '#kit/EmptyState';
import { MoreMenu } from '#kit/MoreMenu';
import { Problem } from '#kit/Problem';
import { ShowMore } from '#kit/ShowMore';
import { useToast } from '#kit/Toast';
import { type TreeNode, TreeTable } from '#kit/TreeTable';
import type { Sort } from '#kit/UrlState';
import { problemOf } from '#platform/browser/client';
import { useText } from '#platform/browser/language';
import { useDivisionsOf, useMay } from '#platform/browser/person';
import type { ListedLine, ProductCounts } from '../contract.ts';
import type { ProductLevel } from '../model.ts';
import { LineForm } from './LineForm.tsx';
import { type ListState, sortWord, viewOf } from './list-state.ts';
import { text } from './list-text.ts';
import { countedOf, useMatchesOfProducts } from './matches-of-products.tsx';
import { SumOfParts, Units } from './product-cells.tsx';
import { useProductColumns } from './product-columns.tsx';
import { useProductNodes } from './product-nodes.ts';
import { nameOfRow, type ProductRow } from './product-rows.ts';
import classes from './products.module.css';
import { type Asked, linesQuery, products } from './queries.ts';
import { text as refusalText } from './refusal-text.ts';
import { refusalWords } from './refusal-words.ts';
import { TogetherActions } from './together/TogetherActions.tsx';
import { text as togetherText } from './together/together-text.ts';
import { text as treeText } from './tree-text.ts';
import { useChanged } from './use-changed.ts';

// A small catalogue is shown whole; in a large one a person opens what they look for.
const openByItself = 8;
const openLines = (state: ListState, lines: ListedLine[] | undefined): string[] =>
  state.open ?? (lines && lines.length <= openByItself ? lines.map(({ id }) => id) : []);

/** 「すべて開く」 above the tree. */
export function OpenAll(props: { state: ListState; asked: Asked; onOpen: (open: string[]) => void }): ReactNode {
  const words = useText(text).products;
  const found = useInfiniteQuery(linesQuery(props.asked, sortWord(props.state)));
  const lines = found.data?.pages.flatMap(({ items }) => items);
  if (lines && lines.length < 2) return null;
  const ids = (lines ?? []).map(({ id }) => id);
  const open = openLines(props.state, lines);
  const isAll = ids.every((id) => open.includes(id));
  return (
    <Button size="small" weight="quiet" onClick={() => props.onOpen(isAll ? [] : ids)}>
      {isAll ? words.closeAll : words.openAll}
    </Button>
  );
}

/** The tree of lines and models that match. Lines come page by page, models when their line is open. */
export function ProductTree(props: {
  state: ListState;
  asked: Asked;
  counts: ProductCounts | undefined;
  onOpen: (open: string[]) => void;
  onSort: (sort: Sort) => void;
}): ReactNode {
  const { state, asked, counts } = props;
  const words = useText(text).products;
  const treeWords = useText(treeText).tree;
  const navigate = useNavigate();
  const [renamed, setRenamed] = useState<ListedLine | null>(null);
  const { Around, useSums } = useMatchesOfProducts();
  const matchSums = useSums();
  const selection = useTicks(asked, counts);
  const [pages, setPages] = useState<Record<string, number>>({});
  const found = useInfiniteQuery(linesQuery(asked, sortWord(state)));
  const lines = found.data?.pages.flatMap(({ items }) => items);
  const open = openLines(state, lines);
  const nodes = useProductNodes({ lines, open, pages, asked, state });
  const actions = useCallback((line: ListedLine) => <LineMenu line={line} onRename={() => setRenamed(line)} />, []);
  const onMore = useCallback(
    (below: string) => setPages((before) => ({ ...before, [below]: (before[below] ?? 1) + 1 })),
    [],
  );
  const columns = useProductColumns({
    today: counts?.today ?? Temporal.Now.plainDateISO('Asia/Tokyo').toString(),
    actions,
    onMore,
  });

  return (
    <Around shown={shownOf(nodes ?? [], open)}>
      <TreeTable<ProductRow>
        list="products"
        label={words.label}
        columns={columns}
        nodes={nodes}
        nameOf={nameOfRow}
        sort={state.sort}
        onSort={props.onSort}
        open={open}
        onToggle={props.onOpen}
        onOpen={(row) => {
          if (row.kind === 'model') navigate({ to: '/products/$model', params: { model: row.model.slug } as never });
          if (row.kind === 'release')
            navigate({
              to: '/products/$model/$release' as never,
              params: { model: row.release.model.slug, release: row.release.slug } as never,
            });
        }}
        {...(selection ? { selection } : {})}
        empty={<NoProducts state={state} />}
        failed={
          found.isError && !found.data ? (
            <Problem
              what={words.failed}
              safe={words.safe}
              id={problemOf(found.error)?.requestId}
              action={<Button onClick={() => found.refetch()}>{words.retry}</Button>}
            />
          ) : undefined
        }
        {...(counts && nodes && nodes.length > 1
          ? {
              sums: {
                ...sumsOf(words.sum, counts, found.hasNextPage ? undefined : lines),
                // Of everything; what conditions leave of it nobody has added up.
                ...(Object.keys(asked).length === 0 ? matchSums : {}),
              },
            }
          : {})}
      />
      {nodes && nodes.length > 1 && !found.hasNextPage ? <p className={classes.counted}>{treeWords.counted}</p> : null}
      {nodes && lines && found.hasNextPage ? (
        <ShowMore
          shown={lines.length}
          more={{
            total: counts?.filtered.lines,
            load: () => found.fetchNextPage(),
            loading: found.isFetchingNextPage,
          }}
        />
      ) : null}
      <LineForm line={renamed} opened={renamed !== null} onClose={() => setRenamed(null)} />
    </Around>
  );
}

/** The ids of the rows that can be seen. */
function shownOf(nodes: TreeNode<ProductRow>[], open: string[]): Record<ProductLevel, string[]> {
  const shown: Record<ProductLevel, string[]> = { line: [], model: [], release: [] };
  const walk = ({ id, row, children }: TreeNode<ProductRow>): void => {
    const counted = countedOf(row);
    if (counted) shown[counted.of].push(counted.id);
    if (open.includes(id)) children.forEach(walk);
  };
  nodes.forEach(walk);
  return shown;
}

/** The models that are ticked, for those who may change some; other conditions begin anew. */
function useTicks(asked: Asked, counts: ProductCounts | undefined) {
  const words = useText(togetherText);
  const toast = useToast();
  const conditions = JSON.stringify(asked);
  const [ticked, setTicked] = useState<{ conditions: string; ids: string[] }>({ conditions, ids: [] });
  const ids = ticked.conditions === conditions ? ticked.ids : [];
  const onChange = (next: string[]) => setTicked({ conditions, ids: next });
  const every = async () => {
    try {
      onChange((await products.pickModels(asked)).ids);
    } catch (thrown) {
      const { most } = problemOf(thrown)?.details ?? {};
      toast(most === undefined ? words.failed : words.tooMany(Number(most)));
    }
  };
  if (!useMay('product:write')) return undefined;
  const { device = 0, module = 0, app = 0, service = 0 } = counts?.filtered ?? {};
  return {
    ids,
    onChange,
    idOf: (row: ProductRow) => (row.kind === 'model' ? row.model.id : null),
    actions: <TogetherActions ids={ids} onDone={() => onChange([])} />,
    every: { total: device + module + app + service, select: () => void every() },
  };
}

/** The foot: what the filter leaves of everything; components without identity only once every line has come. */
function sumsOf(title: string, { filtered }: ProductCounts, lines: ListedLine[] | undefined) {
  const unidentified = lines?.reduce((sum, line) => sum + line.unidentified, 0) ?? 0;
  return {
    name: title,
    parts: <SumOfParts of={{ ...filtered, unidentified }} />,
    units: <Units units={filtered.units} />,
  };
}

function LineMenu(props: { line: ListedLine; onRename: () => void }): ReactNode {
  const { line } = props;
  const { line: words } = useText(text);
  const { refusals } = useText(refusalText);
  const toast = useToast();
  const changed = useChanged();
  const divisions = useDivisionsOf('product:write');
  // A line belongs to the whole company.
  if (!useMay('product:write') || divisions !== null) return null;

  const remove = async () => {
    try {
      const removed = await products.removeLine({ id: line.id, revision: line.revision });
      await changed();
      toast(words.removed(line.name), {
        undo: () => products.restoreLine(removed).then(changed, (thrown) => toast(refusalWords(thrown, refusals))),
      });
    } catch (thrown) {
      toast(refusalWords(thrown, refusals));
    }
  };
  return (
    <MoreMenu
      label={words.actions(line.name)}
      items={[
        { label: words.rename, icon: 'edit', run: props.onRename },
        { label: words.remove, icon: 'close', run: remove },
      ]}
    />
  );
}

function NoProducts({ state }: { state: ListState }): ReactNode {
  const words = useText(text).products;
  const view = viewOf(state);
  if (view === 'lacking') return <EmptyState why={words.nothingMissing} />;
  if (view === 'soon') return <EmptyState why={words.nothingSoon} />;
  return (
    <EmptyState
      why={words.nothing.why}
      action={
        <ButtonLink to="/products" search={{} as never}>
          {words.nothing.clear}
        </ButtonLink>
      }
    />
  );
}
