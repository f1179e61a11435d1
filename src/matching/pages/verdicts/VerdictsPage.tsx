import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { Button } from '#kit/Button';
import { PageHead } from '#kit/PageHead';
import { Skeleton } from '#kit/Skeleton';
import { useUrlState } from '#kit/UrlState';
import { ViewTabs } from '#kit/ViewTabs';
import { useText } from '#platform/browser/language';
import { useMayApprove } from '../decide/may-decide.ts';
import { verdictCountsQuery } from '../queries.ts';
import { verdictsText } from '../words/verdicts.ts';
import { VerdictList } from './VerdictList.tsx';
import { verdictParams } from './verdict-params.ts';

// Whoever comes for the list need not wait for what the other views are made of.
const DayView = lazy(() => import('./DayView.tsx').then((loaded) => ({ default: loaded.DayView })));
const PolicyDialog = lazy(() => import('./PolicyDialog.tsx').then((loaded) => ({ default: loaded.PolicyDialog })));
const InheritedList = lazy(() => import('./InheritedList.tsx').then((loaded) => ({ default: loaded.InheritedList })));

/** 判定: what was decided, what was carried over and waits, and what was decided day by day. */
export function VerdictsPage(): ReactNode {
  const words = useText(verdictsText);
  const [state, change] = useUrlState(verdictParams);
  const counts = useQuery(verdictCountsQuery).data;
  const mayApprove = useMayApprove();
  const [asksPolicy, setAsksPolicy] = useState(false);
  return (
    <>
      <PageHead
        title={words.title}
        answer={counts ? words.answer(counts.standing, counts.waiting, counts.inheritedPlaces) : null}
        crumbs={[{ label: words.crumb, to: '/vulnerabilities' }]}
        actions={mayApprove ? <Button onClick={() => setAsksPolicy(true)}>{words.policy.open}</Button> : null}
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
      <Suspense fallback={<Skeleton rows={6} />}>
        {state.view === 'inherited' ? <InheritedList /> : null}
        {state.view === 'day' ? <DayView day={state.day} onDay={(day) => change({ day })} /> : null}
      </Suspense>
      <Suspense>{asksPolicy ? <PolicyDialog onClose={() => setAsksPolicy(false)} /> : null}</Suspense>
    </>
  );
}
