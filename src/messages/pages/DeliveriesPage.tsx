import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { Button } from '#kit/Button';
import { EmptyState } from '#kit/EmptyState';
import { ExportButton } from '#kit/ExportButton';
import { FilterBar } from '#kit/FilterBar';
import { LoadProblem } from '#kit/LoadProblem';
import { MoreMenu } from '#kit/MoreMenu';
import { PageHead } from '#kit/PageHead';
import { Panel, Stack } from '#kit/Panel';
import { Problem } from '#kit/Problem';
import { Table } from '#kit/Table';
import { someOf, useUrlState, word } from '#kit/UrlState';
import { useLanguage, useText } from '#platform/browser/language';
import { useMay } from '#platform/browser/person';
import { cancellable, type Delivery, DeliveryState, retriable } from '../model.ts';
import { text as shared } from '../text.ts';
import { useDeliveryColumns } from './delivery-columns.tsx';
import { deliveriesQuery, mailQuery } from './queries.ts';
import { text } from './text.ts';
import { useSending } from './use-sending.ts';

const view = { q: word(), state: someOf(DeliveryState.options) };

/** What leaves Mamori by mail: whether it goes out, what has failed, and doing it again. */
export function DeliveriesPage(): ReactNode {
  const words = useText(text).mail;
  const states = useText(shared).states;
  const { language } = useLanguage();
  const mayWrite = useMay('job:write');
  const [state, setState] = useUrlState(view);
  const [ticked, setTicked] = useState<string[]>([]);
  const filter = { q: useDeferredValue(state.q), state: state.state.join(',') };
  const list = useInfiniteQuery(deliveriesQuery(filter));
  const mail = useQuery(mailQuery);
  const { retry, cancel, test } = useSending();
  const columns = useDeliveryColumns();
  const act = (run: (ids: string[]) => void) => () => {
    run(ticked);
    setTicked([]);
  };

  const testButton = mayWrite ? (
    <Button icon="mail" onClick={test}>
      {words.test}
    </Button>
  ) : null;
  const isNarrowed = state.q !== '' || state.state.length > 0;
  const empty = isNarrowed ? (
    <EmptyState
      why={words.nothing}
      action={<Button onClick={() => setState({ q: '', state: [] })}>{words.clear}</Button>}
    />
  ) : (
    <EmptyState why={words.none} next={words.noneNext} action={testButton} />
  );
  const itemsOf = (delivery: Delivery) => [
    ...(retriable.includes(delivery.state) ? [{ label: words.retry, run: () => retry([delivery.id]) }] : []),
    ...(cancellable.includes(delivery.state) ? [{ label: words.cancel, run: () => cancel([delivery.id]) }] : []),
  ];
  return (
    <>
      <PageHead
        title={words.title}
        crumbs={[{ label: words.settings, to: '/settings' }]}
        answer={answerOf(words, mail.data)}
        actions={
          <>
            {testButton}
            <ExportButton
              list="deliveries"
              href={(format) =>
                `/api/deliveries/export?${new URLSearchParams({ ...filter, format, language }).toString()}`
              }
            />
          </>
        }
      />
      <Stack>
        {mail.data && mail.data.server === null ? (
          <Problem
            kind="question"
            what={words.unset}
            safe={
              <>
                <p>{words.unsetWaiting(mail.data.waitingForSettings)}</p>
                <p>{words.unsetNext}</p>
              </>
            }
          />
        ) : null}
        <div>
          <FilterBar
            views={{ list: 'deliveries', params: view }}
            search={{ label: words.find, value: state.q, onChange: (q) => setState({ q }, 'same') }}
            filters={[
              {
                key: 'state',
                label: words.state,
                always: true,
                options: DeliveryState.options.map((value) => ({ value, label: states[value] })),
                selected: state.state,
                onChange: (selected) =>
                  setState({ state: DeliveryState.options.filter((one) => selected.includes(one)) }),
              },
            ]}
          />
        </div>
        <Panel>
          <Table
            list="deliveries"
            label={words.label}
            columns={columns}
            rows={list.data?.pages.flatMap(({ items }) => items)}
            idOf={({ id }) => id}
            nameOf={({ subject }) => subject}
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
                        <Button size="small" onClick={act(cancel)}>
                          {words.cancel}
                        </Button>
                      </>
                    ),
                  },
                  actions: (delivery: Delivery) => (
                    <MoreMenu label={words.actions(delivery.subject)} items={itemsOf(delivery)} />
                  ),
                }
              : {})}
            more={{ load: list.hasNextPage ? () => list.fetchNextPage() : null, loading: list.isFetchingNextPage }}
            empty={empty}
            failed={list.isError ? <LoadProblem thrown={list.error} retry={() => list.refetch()} /> : undefined}
          />
        </Panel>
      </Stack>
    </>
  );
}

type MailWords = typeof text.en.mail;
type Mail = {
  failed: number;
  waiting: number;
  waitingForSettings: number;
  from: { name: string; address: string } | null;
};

function answerOf(words: MailWords, mail: Mail | undefined): string {
  if (!mail) return words.loading;
  if (mail.failed > 0) return words.failed(mail.failed);
  if (mail.waitingForSettings > 0) return words.held(mail.waitingForSettings);
  if (mail.waiting > 0) return words.waiting(mail.waiting);
  return mail.from ? words.ok(mail.from.address) : words.unset;
}
