import type { ReactNode } from 'react';
import { FilterBar } from '#kit/FilterBar';
import { useText } from '#platform/browser/language';
import { countText } from '#platform/browser/numbers';
import { componentOrigins, purposes, type ReleaseComponent } from '../../contract/release-components.ts';
import { text } from './components-text.ts';
import { type ChangeView, componentParams, type ReleaseView } from './release-state.ts';

/** The conditions above the components of a release, in the order of the columns. */
export function ComponentFilters(props: {
  view: ReleaseView;
  change: ChangeView;
  /** What is shown: its licences can be chosen. */
  rows: ReleaseComponent[];
  total: number | undefined;
  children: ReactNode;
}): ReactNode {
  const { view, change } = props;
  const words = useText(text);
  const licences = [...new Set([view.licence, ...props.rows.flatMap((row) => row.licences)].filter(Boolean))].sort();
  return (
    <FilterBar
      views={{ list: 'release-components', params: componentParams }}
      search={{ label: words.search, value: view.q, onChange: (q) => change({ q }, 'same') }}
      filters={[
        {
          key: 'licence',
          label: words.licence,
          options: licences.map((licence) => ({ value: licence, label: licence })),
          selected: view.licence ? [view.licence] : [],
          onChange: (selected) => change({ licence: selected.at(-1) ?? '' }),
        },
        {
          key: 'origin',
          label: words.origin,
          options: componentOrigins.map((origin) => ({ value: origin, label: words.origins[origin] })),
          selected: view.origin,
          onChange: (selected) => change({ origin: selected as typeof view.origin }),
          always: true,
        },
        {
          key: 'purpose',
          label: words.purpose,
          options: purposes.map((purpose) => ({ value: purpose, label: words.purposes[purpose] })),
          selected: view.purpose,
          onChange: (selected) => change({ purpose: selected as typeof view.purpose }),
        },
      ]}
      result={props.total === undefined ? undefined : words.shown(countText(props.total))}
    >
      {props.children}
    </FilterBar>
  );
}
