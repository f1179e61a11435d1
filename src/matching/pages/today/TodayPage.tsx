import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { PageHead } from '#kit/PageHead';
import { WithRail } from '#kit/Panel';
import { Skeleton } from '#kit/Skeleton';
import { Day } from '#kit/Time';
import { todayInJapan } from '#platform/browser/calendar';
import { useText } from '#platform/browser/language';
import { useMay } from '#platform/browser/person';
import classes from '../match.module.css';
import { changesQuery, sourcesQuery, todayQuery, verdictCountsQuery } from '../queries.ts';
import { text } from '../text.ts';
import { Answer } from './Answer.tsx';
import { Changes, changesShown } from './Changes.tsx';
import { Lacking } from './Lacking.tsx';
import { EarlierResults, earlierQuery, NewResults, newQuery } from './Results.tsx';
import { Sources } from './Sources.tsx';
import { WaitingVerdicts } from './WaitingVerdicts.tsx';

/** 本日の対応: what touches releases in the field, what cannot be compared, how fresh the sources are. */
export function TodayPage(): ReactNode {
  const words = useText(text).today;
  const today = useQuery(todayQuery);
  // All that the sentence is made of is asked for at once, and what stands below it comes with it: nothing moves.
  const sources = useQuery(sourcesQuery);
  const fresh = useInfiniteQuery(newQuery);
  const earlier = useInfiniteQuery(earlierQuery);
  const changes = useInfiniteQuery(changesQuery(changesShown));
  const mayRead = useMay('verdict:read');
  const decided = useQuery({ ...verdictCountsQuery, enabled: mayRead });
  const isSaid = !today.isPending && !sources.isPending && !(mayRead && decided.isPending);
  const isListed = isSaid && !fresh.isPending && !earlier.isPending;
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
          {decided.data ? <WaitingVerdicts counts={decided.data} /> : null}
          <NewResults today={today.data} />
          {isListed ? <EarlierResults today={today.data} /> : null}
          {isListed ? <Changes today={today.data} /> : null}
          {isWhole ? <Lacking today={today.data} /> : null}
        </WithRail>
      ) : (
        <Skeleton rows={12} />
      )}
    </>
  );
}
