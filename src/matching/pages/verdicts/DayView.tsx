import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '#kit/Button';
import { EmptyState } from '#kit/EmptyState';
import { ExportButton } from '#kit/ExportButton';
import { LoadProblem } from '#kit/LoadProblem';
import { Panel, Stack } from '#kit/Panel';
import { Table } from '#kit/Table';
import { formatDay, todayInJapan } from '#platform/browser/calendar';
import { useLanguage, useText } from '#platform/browser/language';
import { useMayApprove } from '../decide/may-decide.ts';
import { useDoing } from '../decide/use-deciding.ts';
import { decisions, verdictDaysQuery, verdictEventsQuery } from '../queries.ts';
import classes from '../verdict.module.css';
import { verdictsText } from '../words/verdicts.ts';
import { useDayColumns, useEventColumns } from './day-columns.tsx';

/** 日ごとの判定: all that was decided on a day, to be seen and signed; below it the other days. */
export function DayView({ day: asked, onDay }: { day: string; onDay: (day: string) => void }): ReactNode {
  const words = useText(verdictsText).day;
  const { language } = useLanguage();
  const today = todayInJapan(Temporal.Now.instant());
  const day = asked === '' ? today.toString() : asked;
  const found = useInfiniteQuery(verdictEventsQuery(day));
  const rows = found.data?.pages.flatMap(({ items }) => items);
  return (
    <Stack>
      <Panel
        title={words.title(formatDay(Temporal.PlainDate.from(day), language, today))}
        action={
          rows?.length ? (
            <ExportButton
              href={(format) => `/api/verdicts/days/${day}/export?${new URLSearchParams({ format, language })}`}
            />
          ) : null
        }
      >
        {rows?.length ? <Signing day={day} newest={rows[0]?.id ?? ''} unsigned={unsignedOf(rows)} /> : null}
        <Table
          label={words.label}
          columns={useEventColumns()}
          rows={rows}
          idOf={({ id }) => id}
          nameOf={({ example }) => example.name}
          more={{ load: found.hasNextPage ? () => found.fetchNextPage() : null, loading: found.isFetchingNextPage }}
          empty={<EmptyState why={words.empty} next={words.emptyNext} />}
          failed={
            found.isError && !found.data ? (
              <LoadProblem thrown={found.error} retry={() => void found.refetch()} />
            ) : undefined
          }
        />
      </Panel>
      <Days open={day} onDay={onDay} />
    </Stack>
  );
}

const unsignedOf = (rows: readonly { signatures: readonly unknown[] }[]): number =>
  rows.filter(({ signatures }) => signatures.length === 0).length;

/** How many lines nobody has signed, and the button for those who sign. */
function Signing(props: { day: string; newest: string; unsigned: number }): ReactNode {
  const words = useText(verdictsText).day;
  const act = useDoing();
  const mayApprove = useMayApprove();
  const sign = () =>
    act(async () => words.signed((await decisions.signVerdictDay({ day: props.day, upTo: props.newest })).signed));
  return (
    <div className={classes.days}>
      <span>{props.unsigned === 0 ? words.allSigned : words.unsigned(props.unsigned)}</span>
      {mayApprove && props.unsigned > 0 ? (
        <Button weight="main" size="small" onClick={() => void sign()}>
          {words.sign}
        </Button>
      ) : null}
    </div>
  );
}

function Days({ open, onDay }: { open: string; onDay: (day: string) => void }): ReactNode {
  const words = useText(verdictsText).day;
  const found = useInfiniteQuery(verdictDaysQuery);
  return (
    <Panel title={words.days}>
      <Table
        label={words.days}
        columns={useDayColumns()}
        rows={found.data?.pages.flatMap(({ items }) => items)}
        idOf={({ day }) => day}
        nameOf={({ day }) => day}
        openId={open}
        onOpen={({ day }) => onDay(day)}
        more={{ load: found.hasNextPage ? () => found.fetchNextPage() : null, loading: found.isFetchingNextPage }}
        empty={<EmptyState why={words.noDays} />}
        failed={
          found.isError && !found.data ? (
            <LoadProblem thrown={found.error} retry={() => void found.refetch()} />
          ) : undefined
        }
      />
    </Panel>
  );
}
