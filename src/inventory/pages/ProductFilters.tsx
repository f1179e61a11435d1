import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type Filter, FilterBar } from '#kit/FilterBar';
import { useLanguage, useText } from '#platform/browser/language';
import type { ProductCounts } from '../contract.ts';
import { lackable } from '../filter.ts';
import { text as inventoryText } from '../kind-text.ts';
import { releaseStates } from '../model/registers.ts';
import { answers, modelKinds } from '../model.ts';
import { releaseStateText } from '../release-state-text.ts';
import type { ChangeState, ListState } from './list-state.ts';
import { text } from './list-text.ts';
import { divisionsQuery, linesQuery, postsQuery } from './queries.ts';
import { partnersQuery } from './registers/queries.ts';
import { countryNames } from './support-words.ts';
import { tagNamesQuery } from './tag-queries.ts';

/** The conditions above the tree, in the order of its columns. */
export function ProductFilters(props: {
  state: ListState;
  change: ChangeState;
  counts: ProductCounts | undefined;
  /** At the right end of the bar. */
  children: ReactNode;
}): ReactNode {
  const { state, change, counts } = props;
  const words = useText(text).products;
  const filters = useFilters(state, change, counts?.markets ?? []);
  const found = counts?.filtered;
  return (
    <FilterBar
      search={{ label: words.search, value: state.q, onChange: (q) => change({ q }, 'same') }}
      filters={filters}
      result={
        found ? words.lineNote(found.device + found.module, found.app + found.service, found.partNumbers) : undefined
      }
    >
      {props.children}
    </FilterBar>
  );
}

function useFilters(state: ListState, change: ChangeState, markets: string[]): Filter[] {
  const { language } = useLanguage();
  const words = useText(text).products;
  const { kinds, safeties } = useText(inventoryText);
  const states = useText(releaseStateText);
  const partners = useQuery(partnersQuery).data?.items;
  const { filters: labels } = words;
  const lines = (useInfiniteQuery(allLinesQuery).data?.pages ?? []).flatMap(({ items }) => items);
  const divisions = useQuery(divisionsQuery).data?.items ?? [];
  const posts = useQuery(postsQuery).data?.items ?? [];
  const tags = useQuery(tagNamesQuery).data ?? [];
  const postOptions = posts.map(({ id, name, division }) => ({ value: id, label: `${division.name} ${name}` }));

  const several = (
    key:
      | 'line'
      | 'kind'
      | 'state'
      | 'partner'
      | 'market'
      | 'division'
      | 'owner'
      | 'missing'
      | 'tag'
      | 'safety'
      | 'build'
      | 'keeper',
    options: Filter['options'],
  ): Filter => ({
    key,
    label: labels[key],
    options,
    selected: state[key],
    onChange: (selected) => change({ [key]: selected }),
  });

  return [
    several(
      'line',
      lines.map(({ id, name }) => ({ value: id, label: name })),
    ),
    {
      ...several(
        'kind',
        modelKinds.map((kind) => ({ value: kind, label: kinds[kind] })),
      ),
      always: true,
    },
    {
      ...several(
        'state',
        releaseStates.map((state) => ({ value: state, label: states[state] })),
      ),
      always: true,
    },
    {
      ...several(
        'market',
        markets.map((code) => ({ value: code, label: countryNames([code], language) })),
      ),
      always: true,
    },
    {
      ...several(
        'partner',
        (partners ?? []).map(({ id, name }) => ({ value: id, label: name })),
      ),
      // Until it is known that there are none it keeps its place.
      always: partners?.length !== 0,
    },
    {
      key: 'support',
      label: labels.support,
      options: (['ended', 'within-6', 'within-12'] as const).map((value) => ({ value, label: words.support[value] })),
      selected: state.support ? [state.support] : [],
      onChange: (selected) => change({ support: selected.at(-1) ?? '' }),
    },
    several(
      'missing',
      lackable.map((value) => ({ value, label: words.missing[value] })),
    ),
    several(
      'tag',
      tags.map((name) => ({ value: name, label: name })),
    ),
    several(
      'safety',
      answers.map((answer) => ({ value: answer, label: safeties[answer] })),
    ),
    several(
      'build',
      (['cannot', 'can'] as const).map((value) => ({ value, label: words.build[value] })),
    ),
    several('owner', postOptions),
    several('keeper', postOptions),
    several(
      'division',
      divisions.map(({ id, name }) => ({ value: id, label: name })),
    ),
  ];
}

const allLinesQuery = linesQuery({}, 'name');
