import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Chip } from '#kit/Chip';
import { EmptyState } from '#kit/EmptyState';
import { ListWithPanel } from '#kit/Evidence';
import { ExportButton } from '#kit/ExportButton';
import { FilesDrop } from '#kit/FileDrop';
import { LoadProblem } from '#kit/LoadProblem';
import { PageHead } from '#kit/PageHead';
import { Panel, Stack } from '#kit/Panel';
import { Problem } from '#kit/Problem';
import { type Column, Lines, None, Table } from '#kit/Table';
import { Time } from '#kit/Time';
import { useToast } from '#kit/Toast';
import { row, useUrlState } from '#kit/UrlState';
import { problemOf } from '#platform/browser/client';
import { useLanguage, useText } from '#platform/browser/language';
import { countText } from '#platform/browser/numbers';
import { useMay } from '#platform/browser/person';
import type { RecordImport } from '../contract.ts';
import { cutOff } from '../model.ts';
import { ImportProblems } from './ImportProblems.tsx';
import { everything, importsQuery, records } from './queries.ts';
import { text } from './text.ts';

const params = { row: row() };
const limitBytes = 64 * 1024 * 1024;

/** 脆弱性情報の取り込み: files in, what became of each, what could not be read. */
export function ImportsPage(): ReactNode {
  const words = useText(text);
  const { language } = useLanguage();
  const [view, change] = useUrlState(params);
  const found = useInfiniteQuery(importsQuery);
  const rows = found.data?.pages.flatMap(({ items }) => items);
  const columns = useColumns();
  return (
    <>
      <PageHead
        title={words.imports.title}
        answer={words.imports.answer}
        crumbs={[{ label: words.crumb, to: '/vulnerabilities' }]}
      />
      <Stack>
        <Upload />
        <ListWithPanel
          panel={view.row === null ? null : <ImportProblems id={view.row} onClose={() => change({ row: null })} />}
        >
          <Panel
            title={words.imports.list}
            action={
              rows?.length ? (
                <ExportButton
                  list="record-imports"
                  href={(format) => `/api/intelligence/imports/export?${new URLSearchParams({ format, language })}`}
                />
              ) : null
            }
          >
            <Table
              list="record-imports"
              label={words.imports.list}
              columns={columns}
              rows={rows}
              idOf={({ id }) => id}
              nameOf={({ names }) => names.join(' ')}
              onOpen={({ id }) => change({ row: id })}
              openId={view.row}
              more={{ load: found.hasNextPage ? () => found.fetchNextPage() : null, loading: found.isFetchingNextPage }}
              empty={<EmptyState why={words.imports.empty} next={words.imports.emptyNext} />}
              failed={
                found.isError && !found.data ? (
                  <LoadProblem thrown={found.error} retry={() => void found.refetch()} />
                ) : undefined
              }
            />
          </Panel>
        </ListWithPanel>
      </Stack>
    </>
  );
}

function Upload(): ReactNode {
  const words = useText(text).imports;
  const toast = useToast();
  const queries = useQueryClient();
  const [refused, setRefused] = useState<unknown>(null);
  if (!useMay('vulnerability:write')) return null;
  const send = async (files: File[]) => {
    setRefused(null);
    for (const file of files) {
      try {
        await records.importRecords({ file });
        toast(words.taken(file.name));
      } catch (thrown) {
        setRefused(thrown);
      }
      await queries.invalidateQueries({ queryKey: everything });
    }
  };
  return (
    <Panel padded>
      <FilesDrop
        name="records"
        label={words.drop}
        hint={words.dropHint}
        kinds={[]}
        limitBytes={limitBytes}
        onFiles={(files) => void send(files)}
      />
      {refused === null ? null : <Problem what={words.refused} id={problemOf(refused)?.requestId} />}
    </Panel>
  );
}

const tones = { running: 'plain', done: 'ok', failed: 'alert' } as const;

function useColumns(): Column<RecordImport>[] {
  const words = useText(text).imports;
  const { columns } = words;
  const count = (value: number) => (value > 0 ? countText(value) : <None />);
  return [
    {
      ...{ key: 'names', title: columns.names, phone: 'title' },
      cell: ({ names, counts, problem }) => (
        <Lines
          main={words.listed(names)}
          sub={problem === cutOff ? words.cutOff : (problem ?? (counts.scores > 0 ? words.scores(counts.scores) : ''))}
        />
      ),
    },
    {
      ...{ key: 'state', title: columns.state, phone: 'corner' },
      cell: ({ state }) => <Chip tone={tones[state]}>{words.states[state]}</Chip>,
    },
    { key: 'read', title: columns.read, number: true, cell: ({ counts }) => count(counts.read) },
    { key: 'created', title: columns.created, number: true, cell: ({ counts }) => count(counts.created) },
    { key: 'changed', title: columns.changed, number: true, cell: ({ counts }) => count(counts.changed) },
    { key: 'refused', title: columns.refused, number: true, cell: ({ counts }) => count(counts.refused) },
    { key: 'by', title: columns.by, cell: ({ by }) => words.byItself[by] ?? by },
    { key: 'startedAt', title: columns.startedAt, cell: ({ startedAt }) => <Time at={startedAt} /> },
  ];
}
