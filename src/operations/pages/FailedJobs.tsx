import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Button } from '#kit/Button';
import { EmptyState } from '#kit/EmptyState';
import { ExportButton } from '#kit/ExportButton';
import { FilterBar } from '#kit/FilterBar';
import { MoreMenu } from '#kit/MoreMenu';
import { Panel, Stack } from '#kit/Panel';
import { Table } from '#kit/Table';
import { word } from '#kit/UrlState';
import { useLanguage, useText } from '#platform/browser/language';
import { useMay } from '#platform/browser/person';
import type { FailedJob, JobQueue } from '../model.ts';
import { type NameOf, useFailedColumns } from './job-columns.tsx';
import { LoadProblem } from './LoadProblem.tsx';
import { failedQuery } from './queries.ts';
import { text } from './text.ts';
import { useMoving } from './use-moving.ts';

/** What the address of the page says. */
export const jobParams = { queue: word() };

/** What failed for good, with its reason; run again or taken out of the list, one or many. */
export function FailedJobs(props: {
  queue: string;
  onQueue: (queue: string) => void;
  planned: JobQueue[];
  nameOf: NameOf;
}): ReactNode {
  const { queue, onQueue, planned, nameOf } = props;
  const words = useText(text).jobs;
  const { language } = useLanguage();
  const mayWrite = useMay('job:write');
  const [ticked, setTicked] = useState<string[]>([]);
  const list = useInfiniteQuery(failedQuery(queue));
  const { retry, retryAll, setAside } = useMoving();
  const rows = list.data?.pages.flatMap(({ items }) => items);
  const columns = useFailedColumns(nameOf);
  const act = (run: (ids: string[]) => void) => () => {
    run(ticked);
    setTicked([]);
  };
  const withFailures = planned.filter(({ failed, queue: name }) => failed > 0 || name === queue);
  const isShown = queue !== '' || (rows?.length ?? 0) > 0;

  return (
    <Stack>
      {isShown ? (
        <div>
          <FilterBar
            views={{ list: 'jobs', params: jobParams }}
            filters={[
              {
                key: 'queue',
                label: words.queue,
                always: true,
                options: withFailures.map(({ queue: value }) => ({ value, label: nameOf(value) })),
                selected: queue ? [queue] : [],
                onChange: (selected) => onQueue(selected.at(-1) ?? ''),
              },
            ]}
          >
            {mayWrite && (rows?.length ?? 0) > 0 ? (
              <Button onClick={() => retryAll(queue)}>{words.retryAll}</Button>
            ) : null}
            <ExportButton
              list="jobs"
              href={(format) =>
                `/api/jobs/failed/export?${new URLSearchParams({ queue, format, language }).toString()}`
              }
            />
          </FilterBar>
        </div>
      ) : null}
      <Panel title={words.failedTitle} aside={isShown ? words.kept : undefined}>
        <Table
          list="jobs"
          label={words.failedLabel}
          columns={columns}
          rows={rows}
          idOf={({ id }) => id}
          nameOf={(job) => nameOf(job.queue)}
          {...(mayWrite
            ? {
                selection: {
                  ids: ticked,
                  onChange: setTicked,
                  actions: (
                    <>
                      <Button size="small" onClick={act(retry)}>
                        {words.retry}
                      </Button>
                      <Button size="small" onClick={act(setAside)}>
                        {words.setAside}
                      </Button>
                    </>
                  ),
                },
                actions: ({ id, queue: name }: FailedJob) => (
                  <MoreMenu
                    label={words.actions(nameOf(name))}
                    items={[
                      { label: words.retry, run: () => retry([id]) },
                      { label: words.setAside, run: () => setAside([id]) },
                    ]}
                  />
                ),
              }
            : {})}
          more={{ load: list.hasNextPage ? () => list.fetchNextPage() : null, loading: list.isFetchingNextPage }}
          empty={
            queue ? (
              <EmptyState why={words.nothing} action={<Button onClick={() => onQueue('')}>{words.clear}</Button>} />
            ) : (
              <EmptyState why={words.allDone} />
            )
          }
          failed={list.isError ? <LoadProblem thrown={list.error} retry={() => list.refetch()} /> : undefined}
        />
      </Panel>
    </Stack>
  );
}
