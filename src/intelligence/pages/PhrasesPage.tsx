import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { Button } from '#kit/Button';
import { EmptyState } from '#kit/EmptyState';
import { ExportButton } from '#kit/ExportButton';
import { Id } from '#kit/Id';
import { LoadProblem } from '#kit/LoadProblem';
import { MoreMenu } from '#kit/MoreMenu';
import { PageHead } from '#kit/PageHead';
import { Panel } from '#kit/Panel';
import { type Column, Lines, None, Table } from '#kit/Table';
import { Time } from '#kit/Time';
import { useToast } from '#kit/Toast';
import { oneOf, useUrlState } from '#kit/UrlState';
import { ViewTabs } from '#kit/ViewTabs';
import { useLanguage, useText } from '#platform/browser/language';
import { useMay } from '#platform/browser/person';
import type { Phrase } from '../contract.ts';
import type { SetRange } from '../model.ts';
import { setRangesText } from '../set-ranges-text.ts';
import { text as intelligenceText } from '../text.ts';
import { PhraseForm } from './PhraseForm.tsx';
import { phraseText } from './phrase-text.ts';
import { everything, phrasesQuery, records } from './queries.ts';
import { text } from './text.ts';

const params = { which: oneOf(['waiting', 'set'], 'waiting') };

/** 読み取れない版の表記: a person says once what the words mean. */
export function PhrasesPage(): ReactNode {
  const all = useText(text);
  const words = all.phrases;
  const [view] = useUrlState(params);
  const { language } = useLanguage();
  const found = useInfiniteQuery(phrasesQuery(view.which));
  const rows = found.data?.pages.flatMap(({ items }) => items);
  const waiting = useQuery({ queryKey: [...everything, 'phrase-count'], queryFn: () => records.countPhrases({}) }).data;
  const [open, setOpen] = useState<Phrase | null>(null);
  const set = useSetting();
  const mayWrite = useMay('vulnerability:write');
  return (
    <>
      <PageHead
        title={words.title}
        here={words.here}
        answer={waiting ? words.answer(waiting.waiting) : null}
        crumbs={[{ label: all.crumb, to: '/vulnerabilities' }]}
        actions={
          rows?.length ? (
            <ExportButton
              list="phrases"
              href={(format) =>
                `/api/intelligence/phrases/export?${new URLSearchParams({ which: view.which, format, language })}`
              }
            />
          ) : null
        }
      />
      <ViewTabs
        list="phrases"
        params={params}
        label={words.tabs.label}
        tabs={(['waiting', 'set'] as const).map((which) => ({
          ...{
            label: words.tabs[which],
            to: '.',
            search: which === 'set' ? { which } : {},
            current: view.which === which,
          },
          ...(which === 'waiting' && waiting ? { count: waiting.waiting, hot: waiting.waiting > 0 } : {}),
        }))}
      />
      <Panel>
        <Table
          list="phrases"
          label={words.title}
          columns={useColumns(view.which, mayWrite ? setOpen : null)}
          rows={rows}
          idOf={({ id }) => id}
          nameOf={({ phrase }) => phrase}
          {...(mayWrite && view.which === 'set'
            ? {
                actions: (phrase: Phrase) => (
                  <MoreMenu
                    label={words.quoted(phrase.phrase)}
                    items={[
                      { label: words.change, icon: 'settings', run: () => setOpen(phrase) },
                      { label: words.unset, icon: 'close', run: () => void set(phrase, null) },
                    ]}
                  />
                ),
              }
            : {})}
          more={{ load: found.hasNextPage ? () => found.fetchNextPage() : null, loading: found.isFetchingNextPage }}
          empty={<EmptyState why={words.empty[view.which]} next={words.emptyNext[view.which]} />}
          failed={
            found.isError && !found.data ? (
              <LoadProblem thrown={found.error} retry={() => void found.refetch()} />
            ) : undefined
          }
        />
      </Panel>
      <PhraseForm
        phrase={open}
        onClose={() => setOpen(null)}
        save={async (ranges) => {
          if (open) await set(open, ranges);
          setOpen(null);
        }}
      />
    </>
  );
}

/** Sets what a phrase means or takes it back, says so, and offers the way back. */
function useSetting(): (phrase: Phrase, ranges: SetRange[] | null) => Promise<void> {
  const words = useText(text).phrases;
  const toast = useToast();
  const queries = useQueryClient();
  return async function set(phrase, ranges) {
    const { id, revision, ranges: before } = phrase;
    const written = await records.setPhrase({ id, revision, ranges });
    toast(ranges ? words.done(phrase.phrase) : words.undone(phrase.phrase), { undo: () => void set(written, before) });
    await queries.invalidateQueries({ queryKey: everything });
  };
}

/** @param onSet  what the button of a phrase that waits does; null for who may only read */
function useColumns(which: 'waiting' | 'set', onSet: ((phrase: Phrase) => void) | null): Column<Phrase>[] {
  const words = useText(text).phrases;
  const { sources } = useText(intelligenceText);
  const { language } = useLanguage();
  const { columns } = words;
  const all: (Column<Phrase> & { only?: 'set' })[] = [
    { key: 'phrase', title: columns.phrase, phone: 'title', cell: ({ phrase }) => <b>{phraseText(phrase, words)}</b> },
    { key: 'product', title: columns.product, cell: ({ product }) => product },
    {
      ...{ key: 'vulnerability', title: columns.vulnerability },
      cell: ({ vulnerability }) => (
        <Link to={'/vulnerabilities/$name' as never} params={{ name: vulnerability } as never}>
          <Id>{vulnerability}</Id>
        </Link>
      ),
    },
    {
      ...{ key: 'record', title: columns.record },
      cell: ({ source, externalId, vulnerability }) => (
        <Lines main={sources[source]} sub={externalId === vulnerability ? '' : <Id>{externalId}</Id>} />
      ),
    },
    {
      ...{ key: 'meaning', title: columns.meaning },
      cell: (phrase) => {
        if (phrase.ranges) return setRangesText(phrase.ranges, language);
        if (!onSet) return <None />;
        return (
          <Button size="small" onClick={() => onSet(phrase)}>
            {words.set}
          </Button>
        );
      },
    },
    {
      ...{ key: 'by', title: columns.by, only: 'set' },
      cell: ({ setBy, setAt }) => (setAt === null ? <None /> : <Lines main={setBy ?? ''} sub={<Time at={setAt} />} />),
    },
  ];
  return all.filter(({ only }) => only === undefined || only === which);
}
