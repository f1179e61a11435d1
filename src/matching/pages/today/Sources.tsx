import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { SourceState } from '#intelligence/contract';
import { text as intelligenceText } from '#intelligence/text';
import { EmptyState } from '#kit/EmptyState';
import { LoadProblem } from '#kit/LoadProblem';
import { Panel } from '#kit/Panel';
import { Skeleton } from '#kit/Skeleton';
import { useText } from '#platform/browser/language';
import classes from '../match.module.css';
import { sourcesQuery } from '../queries.ts';
import { text } from '../text.ts';

/** How fresh each source is; one that has stopped is red, never "0 new". */
export function Sources(): ReactNode {
  const words = useText(text).today;
  const found = useQuery(sourcesQuery);
  const sources = found.data?.sources;
  const fresh = sources?.filter(({ how, isStale }) => how === 'feed' && !isStale).length ?? 0;
  return (
    <Panel title={words.sources} aside={sources?.length ? words.fresh(fresh, sources.length) : null}>
      {found.isError && !sources ? <LoadProblem thrown={found.error} retry={() => void found.refetch()} /> : null}
      {!sources && !found.isError ? <Skeleton rows={4} /> : null}
      {sources?.length === 0 ? (
        <EmptyState
          why={words.noSources}
          action={<Link to={'/vulnerabilities/imports' as never}>{words.toRecords}</Link>}
        />
      ) : null}
      {sources?.map((source) => (
        <Source key={source.source} source={source} />
      ))}
    </Panel>
  );
}

function Source({ source }: { source: SourceState }): ReactNode {
  const words = useText(text).today;
  const names = useText(intelligenceText).sources;
  return (
    <div className={classes.source} data-stale={source.isStale || undefined}>
      <Link to={'/vulnerabilities' as never} search={{ view: 'all', source: source.source } as never}>
        {names[source.source]}
      </Link>
      <span title={words.records(source.records)}>
        <time dateTime={source.lastSuccessAt}>{words.hours(source.ageHours)}</time>
        {source.how === 'upload' ? `　${words.uploaded}` : source.isStale ? `　${words.staleSource}` : ''}
        {source.isStale ? (
          <Link className={classes.todo} to={'/vulnerabilities/imports' as never}>
            {words.toImports(names[source.source])}
          </Link>
        ) : null}
      </span>
    </div>
  );
}
