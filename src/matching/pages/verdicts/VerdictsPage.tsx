import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { PageHead } from '#kit/PageHead';
import { useUrlState } from '#kit/UrlState';
import { ViewTabs } from '#kit/ViewTabs';
import { useText } from '#platform/browser/language';
import { verdictCountsQuery } from '../queries.ts';
import { verdictsText } from '../words/verdicts.ts';
import { DayView } from './DayView.tsx';
import { InheritedList } from './InheritedList.tsx';
import { VerdictList } from './VerdictList.tsx';
import { verdictParams } from './verdict-params.ts';

/** 判定: what was decided, what was carried over and waits, and what was decided day by day. */
export function VerdictsPage(): ReactNode {
  const words = useText(verdictsText);
  const [state, change] = useUrlState(verdictParams);
  const counts = useQuery(verdictCountsQuery).data;
  return (
    <>
      <PageHead
        title={words.title}
        answer={counts ? words.answer(counts.standing, counts.waiting, counts.inheritedPlaces) : null}
        crumbs={[{ label: words.crumb, to: '/vulnerabilities' }]}
      />
      <ViewTabs
        list="verdicts"
        params={verdictParams}
        label={words.tabs.label}
        tabs={(['list', 'inherited', 'day'] as const).map((view) => ({
          ...{ label: words.tabs[view], to: '.', current: state.view === view },
          ...(view === 'list' ? {} : { search: { view } }),
          ...(view === 'inherited' && counts ? { count: counts.inheritedPlaces } : {}),
        }))}
      />
      {state.view === 'list' ? <VerdictList state={state} change={change} /> : null}
      {state.view === 'inherited' ? <InheritedList /> : null}
      {state.view === 'day' ? <DayView day={state.day} onDay={(day) => change({ day })} /> : null}
    </>
  );
}
