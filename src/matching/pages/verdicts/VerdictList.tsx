import { useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ButtonLink } from '#kit/Button';
import { EmptyState } from '#kit/EmptyState';
import { ExportButton } from '#kit/ExportButton';
import { type Filter, FilterBar } from '#kit/FilterBar';
import { LoadProblem } from '#kit/LoadProblem';
import { Panel } from '#kit/Panel';
import { Table } from '#kit/Table';
import { useLanguage, useText } from '#platform/browser/language';
import { verdictScopes, verdictStates, verdictStatuses } from '#verdicts/model';
import { text as verdictText } from '#verdicts/text';
import { useMayDecide } from '../decide/may-decide.ts';
import { verdictsQuery } from '../queries.ts';
import { linesQuery, modelQuery } from '../vulnerabilities/products.ts';
import { verdictsText } from '../words/verdicts.ts';
import { VerdictActions } from './VerdictActions.tsx';
import { useVerdictColumns } from './verdict-columns.tsx';
import { askedVerdicts, type ChangeVerdicts, type VerdictsState } from './verdict-params.ts';

/** Verdicts, newest first; what is ticked is approved, sent back, confirmed or revoked together. */
export function VerdictList({ state, change }: { state: VerdictsState; change: ChangeVerdicts }): ReactNode {
  const words = useText(verdictsText);
  const { language } = useLanguage();
  const asked = askedVerdicts(state);
  const found = useInfiniteQuery(verdictsQuery(asked));
  const rows = found.data?.pages.flatMap(({ items }) => items);
  const [ticked, setTicked] = useState<string[]>([]);
  const selected = (rows ?? []).filter(({ id }) => ticked.includes(id));
  const isNarrowed = Object.keys(asked).length > 0;
  return (
    <>
      <FilterBar
        search={{ label: words.search, value: state.q, onChange: (q) => change({ q }, 'same') }}
        filters={useFilters(state, change)}
      >
        <ExportButton
          list="verdicts"
          href={(format) => `/api/verdicts/export?${new URLSearchParams({ ...asked, format, language })}`}
        />
      </FilterBar>
      <Panel>
        <Table
          list="verdicts"
          label={words.title}
          columns={useVerdictColumns()}
          rows={rows}
          idOf={({ id }) => id}
          nameOf={({ vulnerability }) => vulnerability.name}
          {...(useMayDecide()
            ? {
                selection: {
                  ...{ ids: ticked, onChange: setTicked },
                  actions: <VerdictActions of={selected} onDone={() => setTicked([])} />,
                },
              }
            : {})}
          more={{ load: found.hasNextPage ? () => found.fetchNextPage() : null, loading: found.isFetchingNextPage }}
          empty={
            isNarrowed ? (
              <EmptyState why={words.empty} />
            ) : (
              <EmptyState
                why={words.none}
                next={words.noneNext}
                action={<ButtonLink to="/vulnerabilities">{words.noneWay}</ButtonLink>}
              />
            )
          }
          failed={
            found.isError && !found.data ? (
              <LoadProblem thrown={found.error} retry={() => void found.refetch()} />
            ) : undefined
          }
        />
      </Panel>
    </>
  );
}

function useFilters(state: VerdictsState, change: ChangeVerdicts): Filter[] {
  const words = useText(verdictsText);
  const { statuses, states, scopes } = useText(verdictText);
  const products = useProducts(state, change);
  return [
    {
      ...{ key: 'status', label: words.filters.status, selected: state.status, always: true },
      options: verdictStatuses.map((value) => ({ value, label: statuses[value] })),
      onChange: (status) => change({ status: status as VerdictsState['status'] }),
    },
    {
      ...{ key: 'state', label: words.filters.state, selected: state.state, always: true },
      options: verdictStates.map((value) => ({ value, label: states[value] })),
      onChange: (chosen) => change({ state: chosen as VerdictsState['state'] }),
    },
    {
      ...{ key: 'scope', label: words.filters.scope, selected: state.scope },
      options: verdictScopes.map((value) => ({ value, label: scopes[value] })),
      onChange: (scope) => change({ scope: scope as VerdictsState['scope'] }),
    },
    {
      ...{ key: 'inherited', label: words.filters.inherited, selected: state.inherited },
      options: [{ value: 'only', label: words.inheritedOnly }],
      onChange: (inherited) => change({ inherited: inherited as VerdictsState['inherited'] }),
    },
    {
      ...{ key: 'expiring', label: words.filters.expiring, selected: state.expiring },
      options: [{ value: 'only', label: words.expiringOnly }],
      onChange: (expiring) => change({ expiring: expiring as VerdictsState['expiring'] }),
    },
    ...products,
  ];
}

/** Lines to choose from; models come by a link, and here they can only be taken away. */
function useProducts({ line, model }: VerdictsState, change: ChangeVerdicts): Filter[] {
  const { filters } = useText(verdictsText);
  const lines = useQuery(linesQuery).data?.items ?? [];
  const models = useQueries({ queries: model.map(modelQuery) }).flatMap(({ data }) => data ?? []);
  const byModel: Filter = {
    ...{ key: 'model', label: filters.model, selected: model },
    options: models.map(({ id, name }) => ({ value: id, label: name })),
    onChange: (chosen) => change({ model: chosen }),
  };
  return [
    {
      ...{ key: 'line', label: filters.line, selected: line },
      options: lines.map(({ id, name }) => ({ value: id, label: name })),
      onChange: (chosen) => change({ line: chosen }),
    },
    ...(model.length > 0 ? [byModel] : []),
  ];
}
