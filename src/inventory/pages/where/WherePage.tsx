import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ExportButton } from '#kit/ExportButton';
import { type Filter, FilterBar } from '#kit/FilterBar';
import { PageHead } from '#kit/PageHead';
import { Panel } from '#kit/Panel';
import { useUrlState } from '#kit/UrlState';
import { useLanguage, useText } from '#platform/browser/language';
import type { WhereCounts } from '../../contract/components.ts';
import { releaseStates } from '../../model/registers.ts';
import { releaseStateText } from '../../release-state-text.ts';
import { linesQuery } from '../queries.ts';
import { whereCountsQuery } from './queries.ts';
import { WhereTree } from './WhereTree.tsx';
import { askedWhere, type ChangeWhere, type WhereState, whereParams, whereSort } from './where-state.ts';
import { text } from './where-text.ts';

/** 部品から探す: from a component and its versions to the products, releases and units that contain it. */
export function WherePage(): ReactNode {
  const words = useText(text);
  const { language } = useLanguage();
  const [state, change] = useUrlState(whereParams);
  const asked = askedWhere(state);
  const counts = useQuery(whereCountsQuery(asked)).data;
  const answer = asked.q === '' ? undefined : counts;

  return (
    <>
      <PageHead
        title={words.title}
        answer={answer ? <Answer counts={answer} /> : null}
        crumbs={[{ label: words.crumb, to: '/products' }]}
        actions={
          asked.q === '' ? null : (
            <ExportButton
              list="components"
              href={(format) =>
                `/api/components/where/export?${new URLSearchParams({ ...asked, sort: whereSort(state), format, language })}`
              }
            />
          )
        }
      />
      <FilterBar
        views={{ list: 'components', params: whereParams }}
        search={{ label: words.search, value: state.q, onChange: (q) => change({ q }, 'same') }}
        filters={useFilters(state, change)}
        result={answer ? words.found(answer.filtered.releases, answer.filtered.units) : undefined}
      />
      <Panel>
        <WhereTree state={state} change={change} counts={answer} />
      </Panel>
    </>
  );
}

/** The one sentence: in how much that was shipped it is, and where else. */
function Answer({ counts }: { counts: WhereCounts }): ReactNode {
  const words = useText(text);
  const { all, field, asked } = counts;
  const what = words.asked(counts.name ?? asked.what, asked.range);
  if (all.releases === 0) return words.nowhere(what);
  const others = all.releases - field.releases;
  return (
    <>
      {field.releases > 0 ? words.answer(what, field) : words.notInField(what)}
      {others > 0 ? words.others(others) : ''}
    </>
  );
}

const allLinesQuery = linesQuery({}, 'name');

function useFilters(state: WhereState, change: ChangeWhere): Filter[] {
  const words = useText(text);
  const states = useText(releaseStateText);
  const lines = (useInfiniteQuery(allLinesQuery).data?.pages ?? []).flatMap(({ items }) => items);
  return [
    {
      key: 'field',
      label: words.filters.field,
      options: [{ value: 'only', label: words.field.only }],
      selected: state.field,
      onChange: (selected) => change({ field: selected as typeof state.field }),
      always: true,
    },
    {
      key: 'state',
      label: words.filters.state,
      options: releaseStates.map((value) => ({ value, label: states[value] })),
      selected: state.state,
      onChange: (selected) => change({ state: selected as typeof state.state }),
      always: true,
    },
    {
      key: 'line',
      label: words.filters.line,
      options: lines.map(({ id, name }) => ({ value: id, label: name })),
      selected: state.line,
      onChange: (line) => change({ line }),
    },
  ];
}
