import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { FactList } from '#kit/Facts';
import { Id } from '#kit/Id';
import { Panel } from '#kit/Panel';
import { Problem } from '#kit/Problem';
import { Skeleton } from '#kit/Skeleton';
import { Time } from '#kit/Time';
import { useText } from '#platform/browser/language';
import type { SystemState } from '../model.ts';
import { sizeText } from '../when.ts';
import { LoadProblem } from './LoadProblem.tsx';
import { systemQuery } from './queries.ts';
import { text } from './text.ts';

/** What asks an operator for something, beside failed jobs, which the page says itself. */
export function SystemWarnings(): ReactNode {
  const words = useText(text).system;
  const { data } = useQuery(systemQuery);
  return data?.warnings.map((warning) =>
    warning === 'jobs-failed' ? null : <Problem key={warning} kind="question" what={words.warnings[warning]} />,
  );
}

/** Versions, sizes and the last backup. */
export function SystemPanel(): ReactNode {
  const words = useText(text).system;
  const system = useQuery(systemQuery);
  return (
    <Panel title={words.title} padded>
      {system.isError ? <LoadProblem thrown={system.error} retry={() => system.refetch()} /> : null}
      {system.isPending ? <Skeleton rows={3} /> : null}
      {system.data ? <Facts system={system.data} /> : null}
    </Panel>
  );
}

function Facts({ system }: { system: SystemState }): ReactNode {
  const words = useText(text).system;
  const { postgres, disk, lastBackup } = system;
  const { version, kind } = postgres;
  return (
    <FactList
      facts={[
        [words.version, <Id key="version">{system.version}</Id>],
        [words.schema, <Id key="schema">{system.schema}</Id>],
        [words.postgres, kind ? words.postgresOf(version, words.kinds[kind]) : version],
        [words.size, sizeText(postgres.sizeBytes)],
        disk ? [words.disk, words.diskOf(sizeText(disk.freeBytes), sizeText(disk.totalBytes))] : null,
        [
          words.lastBackup,
          lastBackup ? (
            <>
              <Time at={lastBackup.madeAt} /> {sizeText(lastBackup.sizeBytes)}
            </>
          ) : (
            words.noBackup
          ),
        ],
        [words.startedAt, <Time key="started" at={system.startedAt} />],
      ]}
    />
  );
}
