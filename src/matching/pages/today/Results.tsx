import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ExportButton } from '#kit/ExportButton';
import { LoadProblem } from '#kit/LoadProblem';
import { Panel } from '#kit/Panel';
import { Table } from '#kit/Table';
import { useLanguage, useText } from '#platform/browser/language';
import type { Today } from '../../contract.ts';
import { newForDays } from '../../model.ts';
import classes from '../match.module.css';
import { touchingQuery } from '../queries.ts';
import { text } from '../text.ts';
import { useTouchingColumns } from '../touching-columns.tsx';
import { Nothing } from './Nothing.tsx';

/** What is asked for each of the two lists, with which nothing stands in both. */
const newOnes = { newDays: `${newForDays}` };
const earlierOnes = { knownDays: `${newForDays}` };
export const newQuery = touchingQuery(newOnes, 10);
export const earlierQuery = touchingQuery(earlierOnes, 5);

/** 新しい照合結果: what came to touch releases in the field in the last days. */
export function NewResults({ today }: { today: Today | undefined }): ReactNode {
  const words = useText(text).today;
  return (
    <Results
      {...{ title: words.list, query: newQuery, file: newOnes, all: { words: words.all, search: {} } }}
      counts={today && [today.newApplies, today.newMayApply]}
      hasAny={today !== undefined && today.vulnerabilities > 0}
      empty={today ? <Nothing today={today} /> : null}
    />
  );
}

/** 以前からの照合結果: what still waits, the most pressing of it; nothing at all when nothing does. */
export function EarlierResults({ today }: { today: Today | undefined }): ReactNode {
  const words = useText(text).today;
  const found = useInfiniteQuery(earlierQuery);
  if (found.data?.pages[0]?.items.length === 0) return null;
  return (
    <Results
      {...{ title: words.earlier, query: earlierQuery }}
      all={{ words: words.allEarlier, search: earlierOnes }}
      counts={today && [today.applies - today.newApplies, today.mayApply - today.newMayApply]}
      hasAny
      empty={null}
    />
  );
}

function Results(props: {
  title: string;
  query: typeof newQuery;
  /** What is asked, where it is to be had as a file. */
  file?: Record<string, string>;
  all: { words: string; search: object };
  counts: [applies: number, mayApply: number] | undefined;
  hasAny: boolean;
  empty: ReactNode;
}): ReactNode {
  const words = useText(text).today;
  const { language } = useLanguage();
  const found = useInfiniteQuery(props.query);
  const columns = useTouchingColumns('none');
  const rows = found.data?.pages[0]?.items;
  return (
    <Panel
      title={props.title}
      aside={props.counts ? words.counts(...props.counts) : null}
      action={
        props.hasAny ? (
          <>
            {props.file && rows?.length ? (
              <ExportButton
                href={(format) => `/api/touching/export?${new URLSearchParams({ ...props.file, format, language })}`}
              />
            ) : null}
            <Link to={'/vulnerabilities' as never} search={props.all.search as never}>
              {props.all.words}
            </Link>
          </>
        ) : null
      }
    >
      <div className={classes.aligned}>
        <Table
          label={props.title}
          columns={columns}
          rows={rows}
          idOf={({ vulnerability }) => vulnerability.name}
          nameOf={({ vulnerability }) => vulnerability.name}
          empty={props.empty}
          failed={
            found.isError && !found.data ? (
              <LoadProblem thrown={found.error} retry={() => void found.refetch()} />
            ) : undefined
          }
        />
      </div>
    </Panel>
  );
}
