import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { Button } from '#kit/Button';
import { EmptyState } from '#kit/EmptyState';
import { ListWithPanel } from '#kit/Evidence';
import { ExportButton } from '#kit/ExportButton';
import { useActions } from '#kit/Keys';
import { LoadProblem } from '#kit/LoadProblem';
import { Panel, Stack } from '#kit/Panel';
import { Table } from '#kit/Table';
import { useLanguage, useText } from '#platform/browser/language';
import { SbomDrop } from '../sbom/SbomDrop.tsx';
import { ComponentFilters } from './ComponentFilters.tsx';
import { ComponentPanel } from './ComponentPanel.tsx';
import { useComponentColumns } from './component-columns.tsx';
import { text } from './components-text.ts';
import { componentsQuery } from './queries.ts';
import type { TabProps } from './ReleaseTabs.tsx';
import { askedComponents, componentSort } from './release-state.ts';

const HandParts = lazy(() => import('./HandParts.tsx').then((loaded) => ({ default: loaded.HandParts })));

/** What the release consists of, or those parts of it that nobody can look up; a row opens what is known of it. */
export function ComponentsTab(props: TabProps): ReactNode {
  const { release, sbom, view, change, mayChange } = props;
  const words = useText(text);
  const [isAdding, setAdding] = useState(false);
  const asked = askedComponents(view);
  const found = useInfiniteQuery(componentsQuery(release.id, asked, componentSort(view)));
  const rows = found.data?.pages.flatMap(({ items }) => items);
  const columns = useComponentColumns(view.row === null ? 'wide' : 'beside');
  useActions(
    mayChange
      ? [{ label: words.addByHand, reading: 'ぶひんをてでにゅうりょくする', keys: 'n', run: () => setAdding(true) }]
      : [],
  );
  const isNew = sbom !== undefined && !sbom.present && sbom.counts.components === 0;
  const addButton = mayChange ? (
    <Button icon="plus" onClick={() => setAdding(true)}>
      {words.addByHand}
    </Button>
  ) : null;
  const openId = view.row === null ? null : Number(view.row);

  return (
    <Stack>
      {isNew ? null : (
        <div>
          <ComponentFilters view={view} change={change} rows={rows ?? []} total={totalOf(props)}>
            <Export releaseId={release.id} asked={asked} sort={componentSort(view)} />
            {addButton}
          </ComponentFilters>
        </div>
      )}
      {isNew ? (
        <Panel padded>
          <EmptyState
            why={words.none}
            next={words.noneNext}
            action={mayChange ? <SbomDrop onFiles={props.onFiles} /> : undefined}
          />
          {addButton}
        </Panel>
      ) : (
        <ListWithPanel
          panel={
            openId !== null && Number.isInteger(openId) ? (
              <ComponentPanel
                releaseId={release.id}
                componentId={openId}
                onClose={() => change({ row: null })}
                onMoved={(id) => change({ row: String(id) }, 'same')}
              />
            ) : null
          }
        >
          <Panel>
            <Table
              list="release-components"
              label={words.label}
              columns={columns}
              rows={rows}
              idOf={({ id }) => String(id)}
              nameOf={({ name }) => name}
              sort={view.sort}
              onSort={(sort) => change({ sort: sort as typeof view.sort })}
              onOpen={({ id }) => change({ row: String(id) })}
              openId={view.row}
              more={{
                load: found.hasNextPage ? () => found.fetchNextPage() : null,
                loading: found.isFetchingNextPage,
                total: totalOf(props),
              }}
              empty={<Nothing {...props} />}
              failed={
                found.isError && !found.data ? (
                  <LoadProblem thrown={found.error} retry={() => found.refetch()} />
                ) : undefined
              }
            />
          </Panel>
        </ListWithPanel>
      )}
      <Suspense>
        <HandParts releaseId={release.id} opened={isAdding} onClose={() => setAdding(false)} />
      </Suspense>
    </Stack>
  );
}

/** All that match, where the page knows it without counting: the whole list. */
function totalOf({ view, sbom }: TabProps): number | undefined {
  if (view.q.trim() || view.purpose.length > 0 || view.licence || view.origin.length > 0) return undefined;
  return view.tab === 'unidentified' ? sbom?.counts.unidentified : sbom?.counts.components;
}

function Nothing({ view }: TabProps): ReactNode {
  const words = useText(text);
  const isFiltered = Object.keys(askedComponents(view)).some((key) => key !== 'identified');
  if (!isFiltered && view.tab === 'unidentified')
    return <EmptyState why={words.allIdentified} next={words.allIdentifiedNext} />;
  return (
    <EmptyState
      why={words.nothing}
      action={
        <Link to="." search={{ tab: view.tab } as never}>
          {words.clear}
        </Link>
      }
    />
  );
}

function Export(props: { releaseId: string; asked: Record<string, string>; sort: string }): ReactNode {
  const { language } = useLanguage();
  return (
    <ExportButton
      list="release-components"
      href={(format) =>
        `/api/releases/${props.releaseId}/components/export?${new URLSearchParams({
          ...props.asked,
          sort: props.sort,
          format,
          language,
        }).toString()}`
      }
    />
  );
}
