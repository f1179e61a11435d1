import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { LoadProblem } from '#kit/LoadProblem';
import { ShowMore } from '#kit/ShowMore';
import { TreeTable } from '#kit/TreeTable';
import { problemOf } from '#platform/browser/client';
import { useText } from '#platform/browser/language';
import type { WhereCounts } from '../../contract/components.ts';
import { NoQuestion, NotFound } from './NotFound.tsx';
import { whereQuery } from './queries.ts';
import classes from './where.module.css';
import { useWhereColumns } from './where-columns.tsx';
import { flatNodes, foldedNodes, idsOfFolders, type WhereRowOf } from './where-nodes.ts';
import { askedWhere, type ChangeWhere, type WhereState, whereSort } from './where-state.ts';
import { text } from './where-text.ts';

/** The releases that contain the component, under their models and lines while that is their order. */
export function WhereTree(props: {
  state: WhereState;
  change: ChangeWhere;
  counts: WhereCounts | undefined;
}): ReactNode {
  const { state, change, counts } = props;
  const words = useText(text);
  const navigate = useNavigate();
  const asked = askedWhere(state);
  const found = useInfiniteQuery(whereQuery(asked, whereSort(state)));
  const columns = useWhereColumns();
  if (asked.q === '') return <NoQuestion kind="first" />;
  if (found.isError && problemOf(found.error)?.code === 'invalid') return <NoQuestion kind="unreadable" />;

  const rows = found.data?.pages.flatMap(({ items }) => items);
  const nodes = rows && (state.sort.key === 'product' ? foldedNodes(rows) : flatNodes(rows));
  const openable = nodes ? idsOfFolders(nodes) : [];
  return (
    <>
      <TreeTable<WhereRowOf>
        list="components"
        label={words.label}
        columns={columns}
        nodes={nodes}
        nameOf={nameOf}
        sort={state.sort}
        onSort={(sort) => change({ sort: sort as WhereState['sort'] })}
        open={openable.filter((id) => !state.closed.includes(id))}
        onToggle={(open) => change({ closed: openable.filter((id) => !open.includes(id)) }, 'same')}
        onOpen={(row) => {
          if (row.kind === 'line') return;
          const model = row.kind === 'model' ? row.model : row.found.release.model;
          const to = row.kind === 'model' ? '/products/$model' : '/products/$model/$release';
          const release = row.kind === 'model' ? {} : { release: row.found.release.slug };
          navigate({ to, params: { model: model.slug, ...release } as never });
        }}
        empty={<NotFound state={state} counts={counts} />}
        failed={
          found.isError && !found.data ? (
            <LoadProblem thrown={found.error} retry={() => void found.refetch()} />
          ) : undefined
        }
      />
      {rows && found.hasNextPage ? (
        <ShowMore
          shown={rows.length}
          more={{
            total: counts?.filtered.releases,
            load: () => void found.fetchNextPage(),
            loading: found.isFetchingNextPage,
          }}
        />
      ) : null}
      {counts ? <WithoutOrder state={state} change={change} counts={counts} /> : null}
    </>
  );
}

function nameOf(row: WhereRowOf): string {
  if (row.kind === 'line') return row.name;
  return row.kind === 'model' ? row.model.name : `${row.found.release.model.name} ${row.found.release.version}`;
}

/** Versions that nobody can compare are not left out in silence. */
function WithoutOrder(props: { state: WhereState; change: ChangeWhere; counts: WhereCounts }): ReactNode {
  const words = useText(text);
  const { components, releases } = props.counts.withoutOrder;
  if (components === 0) return null;
  const isShown = props.state.versions === 'without-order';
  return (
    <p className={classes.apart}>
      {words.withoutOrder(components, releases)}{' '}
      <button
        type="button"
        className={classes.switch}
        onClick={() => props.change({ versions: isShown ? 'within' : 'without-order' })}
      >
        {isShown ? words.showWithin : words.showWithoutOrder}
      </button>
    </p>
  );
}
