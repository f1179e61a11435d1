import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { Button } from '#kit/Button';
import { EmptyState } from '#kit/EmptyState';
import { Id } from '#kit/Id';
import { LoadProblem } from '#kit/LoadProblem';
import { Panel } from '#kit/Panel';
import { type Column, Lines, None, Table } from '#kit/Table';
import { Day } from '#kit/Time';
import { useText } from '#platform/browser/language';
import { countText } from '#platform/browser/numbers';
import type { ListedRelease } from '../../contract/releases.ts';
import type { ModelPage } from '../../contract.ts';
import { ReleaseState } from '../../model/registers.ts';
import { releaseStateText } from '../../release-state-text.ts';
import { LackingLink } from '../LackingLink.tsx';
import { releaseRowsQuery } from '../release/queries.ts';
import { ReleaseForm } from '../release/ReleaseForm.tsx';
import { FilesLink } from './FilesLink.tsx';
import { text as statesText } from './states-text.ts';
import { text } from './text.ts';

const StatesDialog = lazy(() => import('./StatesDialog.tsx').then((loaded) => ({ default: loaded.StatesDialog })));

/** The releases of a model, newest first; each leads to its own page, and several get their state at once. */
export function ModelReleases({ model, mayChange }: { model: ModelPage; mayChange: boolean }): ReactNode {
  const { releases: words } = useText(text);
  const { add, state } = useSearch({ strict: false }) as { add?: string; state?: string };
  const navigate = useNavigate();
  const [isAdding, setAdding] = useState(add === 'release');
  const close = () => {
    setAdding(false);
    if (add) navigate({ to: '.', search: {} as never, replace: true });
  };
  const found = useInfiniteQuery(releaseRowsQuery(model.id));
  const rows = found.data?.pages.flatMap(({ items }) => items);
  const [ticked, setTicked] = useState<string[]>([]);
  return (
    <Panel
      title={words.title}
      aside={rows && rows.length > 0 && !found.hasNextPage ? words.count(rows.length) : null}
      action={
        mayChange ? (
          <Button size="small" icon="plus" onClick={() => setAdding(true)}>
            {words.add}
          </Button>
        ) : null
      }
    >
      <Table
        label={words.title}
        columns={useColumns(model.slug)}
        rows={rows}
        idOf={({ id }) => id}
        nameOf={({ version }) => `${model.name} ${version}`}
        {...(mayChange
          ? {
              selection: {
                ids: ticked,
                onChange: setTicked,
                actions: <SetStates ids={ticked} onDone={() => setTicked([])} />,
              },
            }
          : {})}
        {...(found.hasNextPage
          ? { more: { load: () => void found.fetchNextPage(), loading: found.isFetchingNextPage } }
          : {})}
        empty={
          <EmptyState
            why={words.none}
            next={words.noneNext}
            action={mayChange ? <FilesLink register="releases" /> : undefined}
          />
        }
        failed={found.isError ? <LoadProblem thrown={found.error} retry={() => found.refetch()} /> : undefined}
      />
      <ReleaseForm
        {...{ model, release: null, opened: isAdding && mayChange, onClose: close }}
        proposedState={ReleaseState.safeParse(state).data}
      />
    </Panel>
  );
}

function SetStates(props: { ids: string[]; onDone: () => void }): ReactNode {
  const words = useText(statesText);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" weight="main" onClick={() => setOpen(true)}>
        {words.open}
      </Button>
      {isOpen ? (
        <Suspense>
          <StatesDialog {...props} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

function useColumns(model: string): Column<ListedRelease>[] {
  const { releases: words } = useText(text);
  const states = useText(releaseStateText);
  return [
    {
      key: 'version',
      title: words.version,
      phone: 'title',
      cell: ({ slug, version }) => (
        <Link to="/products/$model/$release" params={{ model, release: slug } as never}>
          <Id>{version}</Id>
        </Link>
      ),
    },
    { key: 'state', title: words.state, cell: ({ state }) => states[state] },
    {
      key: 'released',
      title: words.releasedOn,
      cell: ({ releasedOn, state }) =>
        releasedOn === null ? (
          <None />
        ) : (
          <Lines main={<Day on={releasedOn} />} sub={state === 'in-development' ? words.planned : null} />
        ),
    },
    { key: 'hardware', title: words.hardware, cell: ({ hardware }) => hardware?.name ?? <None /> },
    {
      key: 'components',
      title: words.components,
      number: true,
      cell: (release) => {
        const { components, unidentified, sbomAt } = release;
        const lacking = (tab: 'sbom' | 'unidentified', said: string) => (
          <LackingLink in={release.model} release={{ of: release, tab }} said={said} tone="alert" />
        );
        if (components === 0 && sbomAt === null) return lacking('sbom', words.noSbom);
        const sub = unidentified > 0 ? lacking('unidentified', words.unidentified(unidentified)) : null;
        return <Lines main={countText(components)} sub={sub} />;
      },
    },
    { key: 'units', title: words.units, number: true, cell: ({ units }) => (units > 0 ? countText(units) : <None />) },
  ];
}
