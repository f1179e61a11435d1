import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Button, ButtonLink } from '#kit/Button';
import { EmptyState } from '#kit/EmptyState';
import { ExportButton } from '#kit/ExportButton';
import { FilterBar } from '#kit/FilterBar';
import { useActions } from '#kit/Keys';
import { LoadProblem } from '#kit/LoadProblem';
import { PageHead } from '#kit/PageHead';
import { Panel, Stack } from '#kit/Panel';
import { Table } from '#kit/Table';
import { ids, someOf, useUrlState, word } from '#kit/UrlState';
import { useLanguage, useText } from '#platform/browser/language';
import { useMay } from '#platform/browser/person';
import type { ListedSoldAs } from '../../contract/registers.ts';
import { directions } from '../../model/registers.ts';
import { EntryActions } from './EntryActions.tsx';
import { FilesLink } from './FilesLink.tsx';
import { NameForm } from './NameForm.tsx';
import { useNameColumns } from './name-columns.tsx';
import { PartnersPanel } from './PartnersPanel.tsx';
import { type AskedNames, namesQuery, partnersQuery, registers } from './queries.ts';
import { text } from './text.ts';
import { useTakingAway } from './use-taking-away.ts';

const params = { q: word(), partner: ids(), direction: someOf(directions) };

/** ブランドと取引先: our models under the names of partners, theirs under ours, and whom to tell there. */
export function SoldAsPage(): ReactNode {
  const { names: words } = useText(text);
  const { language } = useLanguage();
  const mayWrite = useMay('product:write');
  const [state, change] = useUrlState(params);
  const [isAdding, setAdding] = useState(false);
  const partners = useQuery(partnersQuery).data?.items ?? [];
  const names = partners.reduce(
    (sum, { oursUnderTheirs, theirsUnderOurs }) => sum + oursUnderTheirs + theirsUnderOurs,
    0,
  );
  const [direction] = state.direction.length === 1 ? state.direction : [];
  const asked: AskedNames = {
    ...(state.q.trim() ? { q: state.q.trim() } : {}),
    ...(state.partner.length > 0 ? { partner: state.partner.join(',') } : {}),
    ...(direction ? { direction } : {}),
  };
  useActions(mayWrite ? [{ label: words.add, reading: 'なまえをたす', keys: 'n', run: () => setAdding(true) }] : []);

  return (
    <>
      <PageHead
        title={words.title}
        answer={names > 0 ? words.answer(names, partners.length) : words.answerNone}
        crumbs={[{ label: words.crumb, to: '/products' }]}
        actions={
          <>
            <ExportButton
              list="sold-as"
              href={(format) => `/api/sold-as/export?${new URLSearchParams({ ...asked, format, language })}`}
            />
            {mayWrite ? <FilesLink register="sold-as" /> : null}
            {mayWrite ? (
              <Button weight="main" icon="plus" onClick={() => setAdding(true)}>
                {words.add}
              </Button>
            ) : null}
          </>
        }
      />
      <FilterBar
        views={{ list: 'sold-as', params }}
        search={{ label: words.search, value: state.q, onChange: (q) => change({ q }, 'same') }}
        filters={[
          {
            key: 'partner',
            label: words.partnerFilter,
            options: partners.map(({ id, name }) => ({ value: id, label: name })),
            selected: state.partner,
            onChange: (partner) => change({ partner }),
            always: true,
          },
          {
            key: 'direction',
            label: words.directionFilter,
            options: directions.map((value) => ({ value, label: words.directions[value] })),
            selected: state.direction,
            onChange: (selected) => change({ direction: selected.slice(-1) as typeof state.direction }),
            always: true,
          },
        ]}
      />
      <Stack>
        <Names asked={asked} mayWrite={mayWrite} />
        <PartnersPanel only={state.partner} mayWrite={mayWrite} />
      </Stack>
      <NameForm entry={null} opened={isAdding} onClose={() => setAdding(false)} />
    </>
  );
}

function Names({ asked, mayWrite }: { asked: AskedNames; mayWrite: boolean }): ReactNode {
  const { names: words } = useText(text);
  const [editing, setEditing] = useState<ListedSoldAs | null>(null);
  const found = useInfiniteQuery(namesQuery(asked));
  const takeAway = useTakingAway(registers.removeSoldAs, registers.restoreSoldAs);
  return (
    <Panel>
      <Table
        list="sold-as"
        label={words.title}
        columns={useNameColumns('all')}
        rows={found.data?.pages.flatMap(({ items }) => items)}
        idOf={({ id }) => id}
        nameOf={({ name }) => name}
        actions={(row) =>
          mayWrite ? (
            <EntryActions name={row.name} edit={() => setEditing(row)} remove={() => takeAway(row.name, row)} />
          ) : null
        }
        more={{ load: found.hasNextPage ? () => found.fetchNextPage() : null, loading: found.isFetchingNextPage }}
        empty={
          Object.keys(asked).length > 0 ? (
            <EmptyState
              why={words.nothing}
              action={
                <ButtonLink to="/products/sold-as" search={{} as never}>
                  {words.clear}
                </ButtonLink>
              }
            />
          ) : (
            <EmptyState
              why={words.emptyWhy}
              next={words.emptyNext}
              action={mayWrite ? <FilesLink register="sold-as" /> : undefined}
            />
          )
        }
        failed={
          found.isError && !found.data ? <LoadProblem thrown={found.error} retry={() => found.refetch()} /> : undefined
        }
      />
      <NameForm entry={editing} opened={editing !== null} onClose={() => setEditing(null)} />
    </Panel>
  );
}
