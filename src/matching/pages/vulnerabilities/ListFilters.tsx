import { useQueries, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { severities, sourceIds, vulnerabilitySorts } from '#intelligence/model';
import { text as intelligenceText } from '#intelligence/text';
import { type Filter, FilterBar } from '#kit/FilterBar';
import { formatDay, todayInJapan } from '#platform/browser/calendar';
import { useLanguage, useText } from '#platform/browser/language';
import type { Language } from '#platform/browser/texts';
import { text as matchingText } from '../../text.ts';
import { text } from '../text.ts';
import { type ChangeList, type ListState, openValues } from './list-state.ts';
import { linesQuery, modelQuery } from './products.ts';

/** The conditions of the list, in the order of its columns. */
export function ListFilters({ state, change }: { state: ListState; change: ChangeList }): ReactNode {
  const words = useText(text).list;
  const shared = useShared(state, change);
  const own = useOwn(state, change);
  return (
    <FilterBar
      search={{ label: words.search, value: state.q, onChange: (q) => change({ q }, 'same') }}
      filters={[...shared, ...own]}
    />
  );
}

function useShared(state: ListState, change: ChangeList): Filter[] {
  const words = useText(text).list;
  const names = useText(intelligenceText).severities;
  return [
    {
      ...{ key: 'severity', label: words.filters.severity, selected: state.severity, always: true },
      options: [...severities].reverse().map((value) => ({ value, label: names[value] })),
      onChange: (severity) => change({ severity: severity as ListState['severity'] }),
    },
    {
      ...{ key: 'exploited', label: words.filters.exploited, selected: state.exploited, always: true },
      options: [{ value: 'only', label: words.exploitedOnly }],
      onChange: (exploited) => change({ exploited: exploited as ListState['exploited'] }),
    },
  ];
}

function useOwn(state: ListState, change: ChangeList): Filter[] {
  const words = useText(text).list;
  const results = useText(matchingText).results;
  const { sources, states } = useText(intelligenceText);
  const { language } = useLanguage();
  const products = useProducts(state, change);
  // Comes by a link from the course; here it can only be taken away.
  const theWeek: Filter = {
    ...{ key: 'week', label: words.filters.week, selected: state.week ? [state.week] : [] },
    options: state.week ? [{ value: state.week, label: words.inWeek(mondayWords(state.week, language)) }] : [],
    onChange: ([week = '']) => change({ week }),
  };
  if (state.view === 'touching')
    return [
      {
        ...{ key: 'match', label: words.filters.match, selected: state.match, always: true },
        options: openValues.map((value) => ({ value, label: results[value] })),
        onChange: (match) => change({ match: match as ListState['match'] }),
      },
      {
        ...{ key: 'firstSeen', label: words.filters.newDays },
        selected: [...state.newDays, ...state.knownDays.map((days) => `before-${days}`)],
        options: [
          ...['7', '30'].map((value) => ({ value, label: words.newIn(Number(value)) })),
          { value: 'before-7', label: words.knownFor(7) },
        ],
        onChange: (chosen) => {
          const [before, days] =
            chosen
              .at(-1)
              ?.match(/^(before-)?(\d+)$/)
              ?.slice(1) ?? [];
          const picked = days === undefined ? [] : [days];
          change({ newDays: before ? [] : picked, knownDays: before ? picked : [] } as Partial<ListState>);
        },
      },
      {
        ...{ key: 'standing', label: words.filters.verdict, selected: state.standing, always: true },
        options: [{ value: 'closed', label: words.closedOnly }],
        onChange: (standing) => change({ standing: standing as ListState['standing'] }),
      },
      ...(state.week ? [theWeek] : []),
      ...products,
      {
        ...{ key: 'releases', label: words.filters.releases, selected: state.releases },
        options: [{ value: 'all', label: words.allReleases }],
        onChange: (releases) => change({ releases: releases as ListState['releases'] }),
      },
    ];
  return [
    {
      ...{ key: 'source', label: words.filters.source, selected: state.source, always: true },
      options: sourceIds.filter((id) => id !== 'epss').map((value) => ({ value, label: sources[value] })),
      onChange: (source) => change({ source: source as ListState['source'] }),
    },
    {
      ...{ key: 'state', label: words.filters.state, selected: state.state },
      options: (['published', 'rejected', 'withdrawn'] as const).map((value) => ({ value, label: states[value] })),
      onChange: (chosen) => change({ state: chosen as ListState['state'] }),
    },
    {
      ...{ key: 'sort', label: words.sort, selected: state.sort === 'urgency' ? [] : [state.sort] },
      options: vulnerabilitySorts.map((value) => ({ value, label: words.sorts[value] })),
      onChange: (chosen) => change({ sort: (chosen.at(-1) ?? 'urgency') as ListState['sort'] }),
    },
  ];
}

/** Lines to choose from; models come by a link from 製品, and here they can only be taken away. */
function useProducts({ line, model }: ListState, change: ChangeList): Filter[] {
  const { filters } = useText(text).list;
  const lines = useQuery(linesQuery).data?.items ?? [];
  const models = useQueries({ queries: model.map(modelQuery) }).flatMap(({ data }) => data ?? []);
  return [
    {
      ...{ key: 'line', label: filters.line, selected: line },
      options: lines.map(({ id, name }) => ({ value: id, label: name })),
      onChange: (chosen) => change({ line: chosen }),
    },
    ...(model.length > 0
      ? [
          {
            ...{ key: 'model', label: filters.model, selected: model },
            options: models.map(({ id, name }) => ({ value: id, label: name })),
            onChange: (chosen: string[]) => change({ model: chosen }),
          },
        ]
      : []),
  ];
}

function mondayWords(week: string, language: Language): string {
  const day = Temporal.PlainDate.from(week);
  return formatDay(day.subtract({ days: day.dayOfWeek - 1 }), language, todayInJapan(Temporal.Now.instant()));
}
