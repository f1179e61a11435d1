import type { ReactNode } from 'react';
import { Chip } from '#kit/Chip';
import { Id } from '#kit/Id';
import { type Column, Lines, None } from '#kit/Table';
import { Time } from '#kit/Time';
import { useLanguage, useText } from '#platform/browser/language';
import type { FailedJob, JobQueue } from '../model.ts';
import { text as shared } from '../text.ts';
import { scheduleText } from '../when.ts';
import { text } from './text.ts';

/** What a queue is called, by its name in the program. */
export type NameOf = (queue: string) => string;

export function useQueueColumns(nameOf: NameOf): Column<JobQueue>[] {
  const { columns, outcomes } = useText(shared);
  const words = useText(text).jobs;
  return [
    {
      key: 'queue',
      title: columns.queue,
      phone: 'title',
      cell: ({ queue }) => <Lines main={nameOf(queue)} sub={<Id>{queue}</Id>} />,
    },
    { key: 'when', title: columns.when, cell: (queue) => <When queue={queue} /> },
    {
      key: 'nextRunAt',
      title: columns.nextRunAt,
      cell: ({ nextRunAt }) => (nextRunAt ? <Time at={nextRunAt} /> : <None />),
    },
    {
      key: 'lastRunAt',
      title: columns.lastRunAt,
      cell: ({ lastRunAt, lastOutcome }) =>
        lastRunAt && lastOutcome ? (
          <Lines
            main={<Time at={lastRunAt} />}
            sub={<Outcome outcome={lastOutcome}>{outcomes[lastOutcome]}</Outcome>}
          />
        ) : (
          words.never
        ),
    },
    { key: 'waiting', title: columns.waiting, number: true, cell: ({ waiting }) => waiting },
    { key: 'running', title: columns.running, number: true, cell: ({ running }) => running },
    { key: 'failed', title: columns.failed, number: true, cell: ({ failed }) => failed },
  ];
}

function When({ queue: { event, cron, everyMs, trigger } }: { queue: JobQueue }): ReactNode {
  const { triggers, everySeconds } = useText(shared);
  const words = useText(text).jobs;
  const { language } = useLanguage();
  if (event) return <Lines main={words.on} sub={<Id>{event}</Id>} />;
  if (cron) return scheduleText(cron, language);
  return everyMs === null ? triggers[trigger] : everySeconds(everyMs / 1000);
}

function Outcome(props: { outcome: 'done' | 'failed'; children: ReactNode }): ReactNode {
  if (props.outcome === 'done') return props.children;
  return (
    <Chip tone="alert" icon="warning">
      {props.children}
    </Chip>
  );
}

export function useFailedColumns(nameOf: NameOf): Column<FailedJob>[] {
  const { columns } = useText(shared);
  const words = useText(text).jobs;
  return [
    {
      key: 'queue',
      title: columns.queue,
      phone: 'title',
      cell: ({ queue }) => <Lines main={nameOf(queue)} sub={<Id>{queue}</Id>} />,
    },
    {
      key: 'problem',
      title: columns.problem,
      phone: 'main',
      cell: ({ problem, attempts }) => <Lines main={problem || words.noReason} sub={words.attempts(attempts)} />,
    },
    { key: 'failedAt', title: columns.failedAt, cell: ({ failedAt }) => <Time at={failedAt} /> },
    { key: 'createdAt', title: columns.createdAt, phone: 'hidden', cell: ({ createdAt }) => <Time at={createdAt} /> },
  ];
}
