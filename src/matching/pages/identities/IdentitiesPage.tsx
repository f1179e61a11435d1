import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Button } from '#kit/Button';
import { EmptyState } from '#kit/EmptyState';
import { ExportButton } from '#kit/ExportButton';
import { FilterBar } from '#kit/FilterBar';
import { LoadProblem } from '#kit/LoadProblem';
import { MoreMenu } from '#kit/MoreMenu';
import { PageHead } from '#kit/PageHead';
import { Panel } from '#kit/Panel';
import { type Column, Lines, None, Table } from '#kit/Table';
import { Time } from '#kit/Time';
import { someOf, useUrlState, word } from '#kit/UrlState';
import { useLanguage, useText } from '#platform/browser/language';
import { countText } from '#platform/browser/numbers';
import { useMay } from '#platform/browser/person';
import type { ListedIdentification } from '../../contract/identities.ts';
import { pairText } from '../../identity/product-pair.ts';
import { IdentityAnswer } from '../../model.ts';
import { identificationsQuery } from '../queries.ts';
import { text } from '../text.ts';
import { ImportDialog } from './ImportDialog.tsx';
import classes from './identities.module.css';
import { useSaying } from './use-saying.ts';

const params = { q: word(), answer: someOf(IdentityAnswer.options) };

/** 部品の身元: what people have said that components are, to be read, taken back, carried elsewhere. */
export function IdentitiesPage(): ReactNode {
  const words = useText(text).identity;
  const { language } = useLanguage();
  const [state, change] = useUrlState(params);
  const asked = {
    ...(state.q ? { q: state.q } : {}),
    ...(state.answer.length > 0 ? { answer: state.answer.join(',') } : {}),
  };
  const isNarrowed = Object.keys(asked).length > 0;
  const found = useInfiniteQuery(identificationsQuery(asked));
  const all = useInfiniteQuery(identificationsQuery({})).data?.pages[0];
  const rows = found.data?.pages.flatMap(({ items }) => items);
  const counts = found.data?.pages[0];
  const mayWrite = useMay('vulnerability:write');
  const [importing, setImporting] = useState(false);
  const { revoke } = useSaying();
  return (
    <>
      <PageHead
        title={words.title}
        here={words.here}
        answer={all ? words.answer(all.confirmed, all.ruledOut) : null}
        crumbs={[{ label: words.crumb, to: '/vulnerabilities' }]}
        actions={
          <>
            {mayWrite ? (
              <Button icon="upload" onClick={() => setImporting(true)}>
                {words.import}
              </Button>
            ) : null}
            <ExportButton
              list="identities"
              href={(format) => `/api/identifications/export?${new URLSearchParams({ ...asked, format, language })}`}
            />
          </>
        }
      />
      <FilterBar
        views={{ list: 'identities', params }}
        search={{ label: words.search, value: state.q, onChange: (q) => change({ q }, 'same') }}
        filters={[
          {
            ...{ key: 'answer', label: words.filter, selected: state.answer, always: true },
            options: IdentityAnswer.options.map((value) => ({ value, label: words.answers[value] })),
            onChange: (answer) => change({ answer: answer as typeof state.answer }),
          },
        ]}
        result={counts ? words.result(counts.confirmed, counts.ruledOut) : undefined}
      />
      <Panel>
        <Table
          list="identities"
          label={words.title}
          columns={useColumns()}
          rows={rows}
          idOf={({ id }) => id}
          nameOf={(said) => `${said.subject} ${pairText(said)}`}
          {...(mayWrite
            ? {
                actions: (said: ListedIdentification) => (
                  <MoreMenu
                    label={`${said.subject} ${pairText(said)}`}
                    items={[{ label: words.revoke, icon: 'close', run: () => void revoke(said) }]}
                  />
                ),
              }
            : {})}
          more={{ load: found.hasNextPage ? () => found.fetchNextPage() : null, loading: found.isFetchingNextPage }}
          empty={
            isNarrowed ? (
              <EmptyState why={words.emptyNarrowed} />
            ) : (
              <EmptyState why={words.empty} next={words.emptyNext} />
            )
          }
          failed={
            found.isError && !found.data ? (
              <LoadProblem thrown={found.error} retry={() => void found.refetch()} />
            ) : undefined
          }
        />
      </Panel>
      <ImportDialog opened={importing} onClose={() => setImporting(false)} />
    </>
  );
}

function useColumns(): Column<ListedIdentification>[] {
  const { columns, answers } = useText(text).identity;
  return [
    {
      ...{ key: 'subject', title: columns.subject, phone: 'title' },
      cell: ({ subject }) => (
        <span className={classes.product} translate="no">
          {subject}
        </span>
      ),
    },
    {
      ...{ key: 'product', title: columns.product, phone: 'main' },
      cell: (said) => (
        <span className={classes.product} translate="no">
          {pairText(said)}
        </span>
      ),
    },
    { key: 'answer', title: columns.answer, phone: 'main', cell: ({ answer }) => <b>{answers[answer]}</b> },
    { key: 'releases', title: columns.releases, number: true, cell: ({ releases }) => countText(releases) },
    { key: 'by', title: columns.by, cell: ({ by, at }) => <Lines main={by} sub={<Time at={at} />} /> },
    { key: 'note', title: columns.note, cell: ({ note }) => note || <None /> },
  ];
}
