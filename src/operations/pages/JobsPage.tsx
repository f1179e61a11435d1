import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { EmptyState } from '#kit/EmptyState';
import { ExportButton } from '#kit/ExportButton';
import { PageHead } from '#kit/PageHead';
import { Panel, Stack } from '#kit/Panel';
import { Table } from '#kit/Table';
import { useUrlState } from '#kit/UrlState';
import { useLanguage, useText } from '#platform/browser/language';
import { FailedJobs, jobParams } from './FailedJobs.tsx';
import { useQueueColumns } from './job-columns.tsx';
import { LoadProblem } from './LoadProblem.tsx';
import { plannedQuery } from './queries.ts';
import { SystemPanel, SystemWarnings } from './SystemPanel.tsx';
import { text } from './text.ts';

/** ジョブ: what failed, what happens by itself, and what runs here. The shell gives the names of all steps' work. */
export function JobsPage(props: { names: (language: 'ja' | 'en') => Readonly<Record<string, string>> }): ReactNode {
  const words = useText(text);
  const { language } = useLanguage();
  const [state, setState] = useUrlState(jobParams);
  const planned = useQuery(plannedQuery);
  const names = props.names(language);
  const nameOf = (queue: string) => names[queue] ?? queue;
  const columns = useQueueColumns(nameOf);
  const failed = planned.data?.reduce((sum, queue) => sum + queue.failed, 0);
  const answer = failed === undefined ? words.jobs.loading : failed === 0 ? words.jobs.fine : words.jobs.failed(failed);

  return (
    <>
      <PageHead
        title={words.jobs.title}
        crumbs={[{ label: words.settings, to: '/settings' }]}
        answer={answer}
        actions={<ExportButton href={(format) => `/api/jobs/export?${new URLSearchParams({ format, language })}`} />}
      />
      <Stack>
        <SystemWarnings />
        <FailedJobs
          queue={state.queue}
          onQueue={(queue) => setState({ queue })}
          planned={planned.data ?? []}
          nameOf={nameOf}
        />
        <Panel title={words.jobs.plannedTitle}>
          <Table
            label={words.jobs.plannedLabel}
            columns={columns}
            rows={planned.data}
            idOf={({ queue }) => queue}
            nameOf={({ queue }) => nameOf(queue)}
            empty={<EmptyState why={words.jobs.none} />}
            failed={
              planned.isError ? <LoadProblem thrown={planned.error} retry={() => planned.refetch()} /> : undefined
            }
          />
        </Panel>
        <SystemPanel />
      </Stack>
    </>
  );
}
