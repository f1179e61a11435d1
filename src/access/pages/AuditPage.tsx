import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue, useMemo } from 'react';
import { Button, ButtonAnchor } from '#kit/Button';
import { EmptyState } from '#kit/EmptyState';
import { ListWithPanel } from '#kit/Evidence';
import { ExportButton } from '#kit/ExportButton';
import { PageHead } from '#kit/PageHead';
import { Panel, Stack } from '#kit/Panel';
import { Problem } from '#kit/Problem';
import { Skeleton } from '#kit/Skeleton';
import { Table } from '#kit/Table';
import { useUrlState } from '#kit/UrlState';
import { formatInstant } from '#platform/browser/calendar';
import { problemOf } from '#platform/browser/client';
import { useLanguage, useText } from '#platform/browser/language';
import { NearDay } from '#platform/browser/near-day';
import { auditWords } from '../audit/audit-words.ts';
import type { DeedsOf } from '../deeds.ts';
import { AuditFilters, nothing, view } from './AuditFilters.tsx';
import { AuditPanel } from './AuditPanel.tsx';
import { auditColumns } from './audit-columns.tsx';
import { type AuditView, auditQuery, sealsQuery } from './audit-queries.ts';
import { text } from './audit-text.ts';

const isDay = (day: string) => NearDay.safeParse(day).success;

/** 操作履歴: who did what, when; a line opens what was before and after. The shell gives the words of all steps. */
export function AuditPage(props: { deeds: DeedsOf }): ReactNode {
  const words = useText(text);
  const { language } = useLanguage();
  const [state, setState] = useUrlState(view);
  const say = useMemo(() => auditWords(props.deeds, language, Temporal.Now.instant()), [props.deeds, language]);
  const filter: AuditView = {
    text: useDeferredValue(state.q),
    actors: state.actor.join(','),
    actions: state.action.join(','),
    subjectKinds: state.kind.join(','),
    subjectId: state.subject,
    ...(isDay(state.from) ? { from: state.from } : {}),
    ...(isDay(state.to) ? { to: state.to } : {}),
  };
  const list = useInfiniteQuery(auditQuery(filter));
  const seals = useQuery(sealsQuery);
  const isNarrowed = Object.values(filter).some((value) => value !== '');
  const columns = auditColumns(words, say);
  const rows = list.data?.pages.flatMap(({ items }) => items);

  const crumbs = [{ label: words.settings, to: '/settings' }];
  // What stands below the sentence comes with it, so that nothing moves.
  if (seals.isPending)
    return (
      <>
        <PageHead title={words.title} crumbs={crumbs} />
        <Skeleton rows={10} />
      </>
    );
  return (
    <>
      <PageHead
        title={words.title}
        crumbs={crumbs}
        answer={<Answer />}
        actions={
          <>
            <ButtonAnchor icon="key" href="/api/audit/key" download>
              {words.publicKey}
            </ButtonAnchor>
            <ExportButton
              list="audit"
              href={(format) => `/api/audit/export?${new URLSearchParams({ ...filter, format })}`}
            />
          </>
        }
      />
      <Stack>
        <div>
          <AuditFilters state={state} setState={setState} say={say} subjectName={rows?.[0]?.subjectName} />
        </div>
        <ListWithPanel
          panel={
            state.row ? (
              <AuditPanel
                id={state.row}
                say={say}
                onClose={() => setState({ row: null })}
                narrow={(by) =>
                  setState({
                    ...nothing,
                    ...('actor' in by ? { actor: [by.actor] } : { subject: by.subject }),
                  })
                }
              />
            ) : null
          }
        >
          <Panel>
            <Table
              list="audit"
              label={words.label}
              columns={columns}
              rows={rows}
              idOf={({ id }) => id}
              nameOf={({ action, subjectName }) => words.panel.label(say.action(action), subjectName)}
              onOpen={({ id }) => setState({ row: id })}
              openId={state.row}
              more={{ load: list.hasNextPage ? () => list.fetchNextPage() : null, loading: list.isFetchingNextPage }}
              empty={
                isNarrowed ? (
                  <EmptyState
                    why={words.nothing}
                    action={<Button onClick={() => setState(nothing)}>{words.clear}</Button>}
                  />
                ) : (
                  <EmptyState why={words.none} next={words.noneNext} />
                )
              }
              failed={
                list.isError ? (
                  <Problem
                    what={words.failed}
                    id={problemOf(list.error)?.requestId}
                    action={<Button onClick={() => list.refetch()}>{words.retry}</Button>}
                  />
                ) : undefined
              }
            />
          </Panel>
        </ListWithPanel>
      </Stack>
    </>
  );
}

/** Whether what stands here can be believed. */
function Answer(): ReactNode {
  const words = useText(text);
  const { language } = useLanguage();
  const { data } = useQuery(sealsQuery);
  if (!data) return words.loading;
  if (data.late) return words.late;
  if (data.sealedAt === null) return words.unsealed;
  const when = formatInstant(Temporal.Instant.from(data.sealedAt), language, Temporal.Now.instant());
  return words.sealed(when);
}
