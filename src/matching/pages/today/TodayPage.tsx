import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ButtonLink } from '#kit/Button';
import { EmptyState } from '#kit/EmptyState';
import { ExportButton } from '#kit/ExportButton';
import { LoadProblem } from '#kit/LoadProblem';
import { PageHead } from '#kit/PageHead';
import { Panel, WithRail } from '#kit/Panel';
import { Skeleton } from '#kit/Skeleton';
import { Table } from '#kit/Table';
import { Day } from '#kit/Time';
import { formatInstant, todayInJapan } from '#platform/browser/calendar';
import { useLanguage, useText } from '#platform/browser/language';
import { useMay } from '#platform/browser/person';
import type { Today } from '../../contract.ts';
import classes from '../match.module.css';
import { changesQuery, sourcesQuery, todayQuery, touchingQuery } from '../queries.ts';
import { text } from '../text.ts';
import { useTouchingColumns } from '../touching-columns.tsx';
import { Answer } from './Answer.tsx';
import { Changes, changesShown } from './Changes.tsx';
import { Lacking } from './Lacking.tsx';
import { Sources } from './Sources.tsx';

const rowsShown = 10;

/** 本日の対応: what touches releases in the field, what cannot be compared, how fresh the sources are. */
export function TodayPage(): ReactNode {
  const words = useText(text).today;
  const today = useQuery(todayQuery);
  // All that the sentence is made of is asked for at once, and what stands below it comes with it: nothing moves.
  const sources = useQuery(sourcesQuery);
  const touching = useInfiniteQuery(touchingQuery({}, rowsShown));
  const changes = useInfiniteQuery(changesQuery(changesShown));
  const isSaid = !today.isPending && !sources.isPending;
  const isListed = isSaid && !touching.isPending;
  const isWhole = isListed && !changes.isPending;
  return (
    <>
      <PageHead
        title={words.title}
        aside={<Day on={todayInJapan(Temporal.Now.instant()).toString()} />}
        answer={isSaid && today.data ? <Answer today={today.data} /> : null}
      />
      {isSaid ? (
        <WithRail
          rail={
            <div className={classes.rail} data-waits={!isWhole || undefined}>
              <Sources />
            </div>
          }
        >
          <Touching today={today.data} />
          {isListed ? <Changes today={today.data} /> : null}
          {isWhole ? <Lacking today={today.data} /> : null}
        </WithRail>
      ) : (
        <Skeleton rows={12} />
      )}
    </>
  );
}

function Touching({ today }: { today: Today | undefined }): ReactNode {
  const words = useText(text).today;
  const { language } = useLanguage();
  const found = useInfiniteQuery(touchingQuery({}, rowsShown));
  const columns = useTouchingColumns();
  const rows = found.data?.pages[0]?.items;
  return (
    <Panel
      title={words.list}
      aside={today ? words.counts(today.applies, today.mayApply) : null}
      action={
        today && today.vulnerabilities > 0 ? (
          <>
            <ExportButton href={(format) => `/api/touching/export?${new URLSearchParams({ format, language })}`} />
            <Link to={'/vulnerabilities' as never}>{words.all}</Link>
          </>
        ) : null
      }
    >
      <Table
        label={words.list}
        columns={columns}
        rows={rows}
        idOf={({ vulnerability }) => vulnerability.name}
        nameOf={({ vulnerability }) => vulnerability.name}
        empty={today ? <Nothing today={today} /> : null}
        failed={
          found.isError && !found.data ? (
            <LoadProblem thrown={found.error} retry={() => void found.refetch()} />
          ) : undefined
        }
      />
    </Panel>
  );
}

/** Zero is believable only beside what was looked at, and when. */
function Nothing({ today }: { today: Today }): ReactNode {
  const words = useText(text).today;
  const { language } = useLanguage();
  const sources = useQuery(sourcesQuery).data?.sources;
  const mayRead = useMay('product:read');
  if (sources?.length === 0)
    return (
      <EmptyState
        why={words.first}
        next={words.firstNext}
        action={
          <>
            <ButtonLink to={'/vulnerabilities/imports' as never}>{words.toRecords}</ButtonLink>
            {mayRead ? <ButtonLink to="/products">{words.toProducts}</ButtonLink> : null}
          </>
        }
      />
    );
  const at = Temporal.Instant.from(today.at);
  return <EmptyState why={words.empty} next={words.emptyNext(formatInstant(at, language, at))} />;
}
