import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense } from 'react';
import { ButtonLink } from '#kit/Button';
import { ExportButton } from '#kit/ExportButton';
import { MoreMenu } from '#kit/MoreMenu';
import { PageHead } from '#kit/PageHead';
import { Skeleton } from '#kit/Skeleton';
import { useUrlState } from '#kit/UrlState';
import { ViewTabs } from '#kit/ViewTabs';
import { useLanguage, useText } from '#platform/browser/language';
import { useMay } from '#platform/browser/person';
import type { Today } from '../../contract.ts';
import { todayQuery } from '../queries.ts';
import { text } from '../text.ts';
import { AllList } from './AllList.tsx';
import { ListFilters } from './ListFilters.tsx';
import { askedList, type ChangeList, type ListState, listOf, listParams } from './list-state.ts';
import { TouchingList } from './TouchingList.tsx';

const Trend = lazy(() => import('../trend/index.ts').then((loaded) => ({ default: loaded.Trend })));

/** 脆弱性: what touches us, and everything that is known. */
export function VulnerabilitiesPage(): ReactNode {
  const all = useText(text);
  const words = all.list;
  const [state, change] = useUrlState(listParams);
  const asked = useQuery(todayQuery);
  const today = asked.data;
  return (
    <>
      <PageHead
        title={words.title}
        answer={today ? words.answer(today.applies, today.mayApply) : null}
        actions={<Actions state={state} />}
      />
      {/* What stands below the sentence comes with it, so that nothing moves. */}
      {asked.isPending ? <Skeleton rows={10} /> : <Lists state={state} change={change} today={today} />}
    </>
  );
}

function Lists({
  state,
  change,
  today,
}: {
  state: ListState;
  change: ChangeList;
  today: Today | undefined;
}): ReactNode {
  const words = useText(text).list;
  const mayReadVerdicts = useMay('verdict:read');
  return (
    <>
      <ViewTabs
        list="vulnerabilities"
        params={listParams}
        label={words.tabs.label}
        tabs={[
          {
            ...{
              label: words.tabs.touching,
              to: '.',
              current: state.view === 'touching',
              hot: (today?.applies ?? 0) > 0,
            },
            ...(today ? { count: today.vulnerabilities } : {}),
          },
          { label: words.tabs.all, to: '.', search: { view: 'all' }, current: state.view === 'all' },
          { label: words.tabs.trend, to: '.', search: { view: 'trend' }, current: state.view === 'trend' },
        ]}
        after={mayReadVerdicts ? [{ label: words.tabs.verdicts, to: '/vulnerabilities/verdicts', current: false }] : []}
      />
      {state.view === 'trend' ? (
        <Suspense fallback={<Skeleton rows={12} />}>
          <Trend />
        </Suspense>
      ) : (
        <>
          <ListFilters state={state} change={change} />
          {state.view === 'touching' ? <TouchingList state={state} /> : <AllList state={state} />}
        </>
      )}
    </>
  );
}

const exportPaths = {
  touching: '/api/touching/export',
  all: '/api/vulnerabilities/export',
  trend: '/api/touching/trend/export',
};

function Actions({ state }: { state: ListState }): ReactNode {
  const words = useText(text).list;
  const { language } = useLanguage();
  const mayWrite = useMay('vulnerability:write');
  return (
    <>
      {mayWrite ? <ButtonLink to={'/vulnerabilities/own' as never}>{words.own}</ButtonLink> : null}
      <ExportButton
        {...(state.view === 'trend' ? {} : { list: listOf(state) })}
        href={(format) =>
          `${exportPaths[state.view]}?${new URLSearchParams({ ...askedList(state), format, language })}`
        }
      />
      <MoreMenu
        label={words.title}
        items={[
          { label: words.imports, icon: 'download', to: '/vulnerabilities/imports' },
          { label: words.phrases, icon: 'info', to: '/vulnerabilities/phrases' },
          { label: words.identities, icon: 'search', to: '/vulnerabilities/identities' },
        ]}
      />
    </>
  );
}
