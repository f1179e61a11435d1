import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type Filter, FilterBar } from '#kit/FilterBar';
import { ids, row, type useUrlState, word } from '#kit/UrlState';
import { useText } from '#platform/browser/language';
import type { AuditWords } from '../audit/audit-words.ts';
import { auditWordsQuery } from './audit-queries.ts';
import { text } from './audit-text.ts';
import { DayRange } from './DayRange.tsx';

/** What the page of the trail keeps in its address. */
export const view = {
  q: word(),
  actor: ids(),
  action: ids(),
  kind: ids(),
  subject: word(),
  from: word(),
  to: word(),
  row: row(),
};
/** No condition at all. */
export const nothing = { q: '', actor: [], action: [], kind: [], subject: '', from: '', to: '' };

type State = ReturnType<typeof useUrlState<typeof view>>;

type FiltersProps = {
  state: State[0];
  setState: State[1];
  say: AuditWords;
  /** What the one subject is called, when its lines are there. */
  subjectName: string | undefined;
};

/** The conditions above the trail: words, people, actions, kinds, days, and one subject when a line has led to it. */
export function AuditFilters(props: FiltersProps): ReactNode {
  const words = useText(text);
  const { state, setState } = props;
  return (
    <FilterBar
      views={{ list: 'audit', params: view }}
      search={{ label: words.find, value: state.q, onChange: (q) => setState({ q }, 'same') }}
      filters={useFilters(props)}
    >
      <DayRange from={state.from} to={state.to} onChange={(days) => setState(days)} />
    </FilterBar>
  );
}

function useFilters({ state, setState, say, subjectName }: FiltersProps): Filter[] {
  const words = useText(text).filters;
  const known = useQuery(auditWordsQuery).data;
  const options = (list: string[] | undefined, label: (word: string) => string) =>
    (list ?? []).map((value) => ({ value, label: label(value) }));
  const filters: Filter[] = [
    {
      key: 'actor',
      label: words.actor,
      always: true,
      options: (known?.actors ?? []).map(({ id, name }) => ({ value: id, label: name })),
      selected: state.actor,
      onChange: (actor) => setState({ actor }),
    },
    {
      key: 'action',
      label: words.action,
      always: true,
      options: options(known?.actions, say.action),
      selected: state.action,
      onChange: (action) => setState({ action }),
    },
    {
      key: 'kind',
      label: words.kind,
      options: options(known?.subjectKinds, say.kind),
      selected: state.kind,
      onChange: (kind) => setState({ kind }),
    },
  ];
  if (state.subject)
    filters.push({
      key: 'subject',
      label: words.subject,
      options: options([state.subject], (subject) => subjectName || subject),
      selected: [state.subject],
      onChange: () => setState({ subject: '' }),
    });
  return filters;
}
