import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { EmptyState } from '#kit/EmptyState';
import { EvidencePanel } from '#kit/Evidence';
import { ExportButton } from '#kit/ExportButton';
import { Id } from '#kit/Id';
import { LoadProblem } from '#kit/LoadProblem';
import { type Column, Lines, Table } from '#kit/Table';
import { useLanguage, useText } from '#platform/browser/language';
import { problemWords } from '../problem-words.ts';
import { importProblemsQuery } from './queries.ts';
import { text } from './text.ts';

type Row = { number: number; file: string; place: string; rule: string; message: string };

/** What could not be read of an import, with its place. */
export function ImportProblems({ id, onClose }: { id: string; onClose: () => void }): ReactNode {
  const words = useText(text).imports;
  const { language } = useLanguage();
  const found = useInfiniteQuery(importProblemsQuery(id));
  const rows = found.data?.pages.flatMap(({ items }) => items);
  const columns: Column<Row>[] = [
    {
      ...{ key: 'problem', title: words.problemColumns.problem, phone: 'title' },
      cell: ({ file, place, message, rule }) => (
        <Lines
          main={<b>{place ? `${file} ${place}` : file}</b>}
          sub={
            <>
              {problemWords({ rule, message }, language)} <Id mono>{rule}</Id>
            </>
          }
        />
      ),
    },
  ];
  return (
    <EvidencePanel
      title={words.problems}
      label={words.problems}
      onClose={onClose}
      action={
        rows?.length ? (
          <ExportButton
            href={(format) =>
              `/api/intelligence/imports/${id}/problems/export?${new URLSearchParams({ format, language })}`
            }
          />
        ) : null
      }
    >
      <Table
        label={words.problems}
        columns={columns}
        rows={rows}
        idOf={({ number }) => String(number)}
        nameOf={({ file }) => file}
        more={{ load: found.hasNextPage ? () => found.fetchNextPage() : null, loading: found.isFetchingNextPage }}
        empty={<EmptyState why={words.noProblems} />}
        failed={
          found.isError && !found.data ? (
            <LoadProblem thrown={found.error} retry={() => void found.refetch()} />
          ) : undefined
        }
      />
    </EvidencePanel>
  );
}
