import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Chip } from '#kit/Chip';
import { type MenuItem, MoreMenu } from '#kit/MoreMenu';
import { type Column, Lines, Note } from '#kit/Table';
import { Day } from '#kit/Time';
import type { TreeNode } from '#kit/TreeTable';
import { useText } from '#platform/browser/language';
import type { Division, Post } from '../model.ts';
import { ActingCell, HoldingCell } from './PersonName.tsx';
import { api } from './queries.ts';
import { text } from './text.ts';
import { useChange } from './use-change.ts';

/** A line of the tree. */
export type Line = { kind: 'division'; division: Division } | { kind: 'post'; post: Post };

/** Divisions in their order with their posts below; a narrowed list leaves out divisions without a match. */
export function nodesOf(divisions: Division[], posts: Post[], isNarrowed: boolean): TreeNode<Line>[] {
  const postsOf = Map.groupBy(posts, ({ division }) => division.id);
  return divisions
    .filter(({ id }) => !isNarrowed || postsOf.has(id))
    .map((division) => ({
      id: division.id,
      row: { kind: 'division', division },
      children: (postsOf.get(division.id) ?? []).map((post) => ({
        id: post.id,
        row: { kind: 'post', post },
        children: [],
      })),
    }));
}

type Deeds = {
  mayWrite: boolean;
  divisions: Division[];
  onRename: (division: Division) => void;
  onAddPost: (divisionId: string) => void;
};

/** What the tree shows of divisions and posts. */
export function useTreeColumns(deeds: Deeds): Column<Line>[] {
  const words = useText(text);
  const ofPost = (cell: (post: Post) => ReactNode) => (line: Line) => (line.kind === 'post' ? cell(line.post) : null);
  const columns: Column<Line>[] = [
    { key: 'name', title: words.columns.name, cell: (line) => <Name line={line} /> },
    {
      key: 'holder',
      title: words.columns.holder,
      cell: (line) =>
        line.kind === 'post' ? <HoldingCell holding={line.post.holder} needed /> : <Needs division={line.division} />,
    },
    {
      key: 'since',
      title: words.columns.since,
      cell: ofPost(({ holder }) => (holder ? <Day on={holder.fromOn} /> : null)),
    },
    { key: 'deputy', title: words.columns.deputy, cell: ofPost(({ deputy }) => <HoldingCell holding={deputy} />) },
    { key: 'acting', title: words.columns.acting, cell: ofPost(({ acting }) => <ActingCell acting={acting} />) },
  ];
  const menu: Column<Line> = {
    key: 'actions',
    title: words.actions,
    phone: 'corner',
    cell: (line) => (line.kind === 'division' ? <DivisionMenu division={line.division} deeds={deeds} /> : null),
  };
  return deeds.mayWrite ? [...columns, menu] : columns;
}

function Name(props: { line: Line }): ReactNode {
  const words = useText(text);
  const { line } = props;
  if (line.kind === 'division')
    return (
      <>
        <b>{line.division.name}</b> <Note>{words.postCount(line.division.posts)}</Note>
      </>
    );
  const { id, name, duties } = line.post;
  const search = (before: Record<string, unknown>) => ({ ...before, post: id });
  return (
    <Lines
      main={
        <Link to="." search={search as never} resetScroll={false}>
          {name}
        </Link>
      }
      sub={duties}
    />
  );
}

// Never a silent zero: what a folded division hides is counted on its line.
function Needs(props: { division: Division }): ReactNode {
  const words = useText(text);
  const { vacant, left } = props.division;
  return (
    <>
      {vacant > 0 ? (
        <Chip tone="alert" icon="warning">
          {words.vacantCount(vacant)}
        </Chip>
      ) : null}
      {left > 0 ? (
        <Chip tone="alert" icon="warning">
          {words.leftCount(left)}
        </Chip>
      ) : null}
    </>
  );
}

function DivisionMenu(props: { division: Division; deeds: Deeds }): ReactNode {
  const words = useText(text);
  const { division, deeds } = props;
  const removing = useChange({
    run: (input: { id: string }) => api.removeDivision(input),
    said: () => words.removed(division.name),
    undo:
      (_, { id }) =>
      () =>
        api.restoreDivision({ id }),
  });
  const ids = deeds.divisions.map(({ id }) => id);
  const ordering = useChange({
    run: (order: string[]) => api.orderDivisions({ ids: order }),
    said: () => words.moved(division.name),
    undo: () => () => api.orderDivisions({ ids }),
  });
  const place = ids.indexOf(division.id);
  const moveTo = (to: number) => ordering.mutate(ids.filter((id) => id !== division.id).toSpliced(to, 0, division.id));
  const items: MenuItem[] = [
    { label: words.createPost, icon: 'plus', run: () => deeds.onAddPost(division.id) },
    { label: words.renameDivision, icon: 'edit', run: () => deeds.onRename(division) },
    { label: words.moveUp, icon: 'up', disabled: place === 0, run: () => moveTo(place - 1) },
    { label: words.moveDown, icon: 'down', disabled: place === ids.length - 1, run: () => moveTo(place + 1) },
    { label: words.removeDivision, icon: 'close', run: () => removing.mutate({ id: division.id }) },
  ];
  return <MoreMenu label={words.actionsOf(division.name)} items={items} />;
}
