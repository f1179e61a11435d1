import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { Button, ButtonLink } from '#kit/Button';
import { EmptyState } from '#kit/EmptyState';
import { ExportButton } from '#kit/ExportButton';
import { FilterBar } from '#kit/FilterBar';
import { useActions } from '#kit/Keys';
import { Menu } from '#kit/Menu';
import { PageHead } from '#kit/PageHead';
import { Panel } from '#kit/Panel';
import { Problem } from '#kit/Problem';
import { type Column, None, Table } from '#kit/Table';
import { someOf, useUrlState, word } from '#kit/UrlState';
import { problemOf } from '#platform/browser/client';
import { useLanguage, useText } from '#platform/browser/language';
import { countText } from '#platform/browser/numbers';
import { useMay } from '#platform/browser/person';
import type { ListedTag } from '../contract/tags.ts';
import { text } from './list-text.ts';
import { FilesLink } from './registers/FilesLink.tsx';
import { NewTag, TagActions } from './TagActions.tsx';
import { tagCountsQuery, tagsQuery } from './tag-queries.ts';
import { text as tagsText } from './tags-page-text.ts';

const params = { q: word(), used: someOf(['yes', 'no']) };

/** 技術タグ: what our products speak; at the same time the keywords that the maker gives to JPCERT/CC. */
export function TagsPage(): ReactNode {
  const words = useText(tagsText).tags;
  const { language } = useLanguage();
  const mayWrite = useMay('product:write');
  const [state, change] = useUrlState(params);
  const [isAdding, setAdding] = useState(false);
  const counts = useQuery(tagCountsQuery).data;
  const [used] = state.used.length === 1 ? state.used : [];
  const asked = { ...(state.q.trim() ? { q: state.q.trim() } : {}), ...(used ? { used } : {}) };
  useActions(mayWrite ? [{ label: words.add, reading: 'たぐをたす', keys: 'n', run: () => setAdding(true) }] : []);

  return (
    <>
      <PageHead
        title={words.title}
        answer={counts && counts.all > 0 ? words.answer(counts.all, counts.used) : null}
        crumbs={[{ label: words.crumb, to: '/products' }]}
        actions={
          <>
            <ExportButton
              list="technologies"
              href={(format) => `/api/products/tags/export?${new URLSearchParams({ ...asked, format, language })}`}
            />
            <Keywords />
            {mayWrite ? <FilesLink register="tags" /> : null}
            {mayWrite ? (
              <Button weight="main" icon="plus" onClick={() => setAdding(true)}>
                {words.add}
              </Button>
            ) : null}
          </>
        }
      />
      <FilterBar
        views={{ list: 'technologies', params }}
        search={{ label: words.search, value: state.q, onChange: (q) => change({ q }, 'same') }}
        filters={[
          {
            key: 'used',
            label: words.used,
            options: (['yes', 'no'] as const).map((value) => ({ value, label: words.useds[value] })),
            selected: state.used,
            onChange: (selected) => change({ used: selected.slice(-1) as typeof state.used }),
            always: true,
          },
        ]}
      />
      <Panel>
        <Tags asked={asked} />
      </Panel>
      <NewTag opened={isAdding} onClose={() => setAdding(false)} />
    </>
  );
}

function Keywords(): ReactNode {
  const words = useText(tagsText).tags;
  const { language } = useLanguage();
  const file = (format: string) => `/api/products/tags/keywords?${new URLSearchParams({ format, language })}`;
  return (
    <Menu
      label={words.keywords}
      note={words.keywordsNote}
      items={[
        { label: words.csv, icon: 'file', file: file('csv') },
        { label: words.xlsx, icon: 'file', file: file('xlsx') },
      ]}
      button={(button) => (
        <Button {...button} icon="download">
          {words.keywords}
        </Button>
      )}
    />
  );
}

function Tags({ asked }: { asked: { q?: string; used?: 'yes' | 'no' } }): ReactNode {
  const words = useText(tagsText).tags;
  const { safe, retry } = useText(text).products;
  const mayWrite = useMay('product:write');
  const found = useInfiniteQuery(tagsQuery(asked));
  const rows = found.data?.pages.flatMap(({ items }) => items);
  return (
    <Table<ListedTag>
      list="technologies"
      label={words.label}
      columns={useColumns()}
      rows={rows}
      idOf={({ name }) => name}
      nameOf={({ name }) => name}
      {...(mayWrite ? { actions: (tag: ListedTag) => <TagActions tag={tag} /> } : {})}
      more={{ load: found.hasNextPage ? () => found.fetchNextPage() : null, loading: found.isFetchingNextPage }}
      empty={Object.keys(asked).length > 0 ? <NothingFound /> : <NoTags />}
      failed={
        found.isError && !found.data ? (
          <Problem
            what={words.failed}
            safe={safe}
            id={problemOf(found.error)?.requestId}
            action={<Button onClick={() => found.refetch()}>{retry}</Button>}
          />
        ) : undefined
      }
    />
  );
}

function useColumns(): Column<ListedTag>[] {
  const words = useText(tagsText).tags;
  const count = (one: number) => (one > 0 ? countText(one) : <None />);
  return [
    {
      key: 'name',
      title: words.name,
      phone: 'title',
      cell: ({ name, models }) =>
        models > 0 ? (
          <Link to="/products" search={{ tag: name } as never}>
            {name}
          </Link>
        ) : (
          name
        ),
    },
    { key: 'note', title: words.note, cell: ({ note }) => note || <None /> },
    { key: 'models', title: words.models, number: true, cell: ({ models }) => count(models) },
    { key: 'releases', title: words.releases, number: true, cell: ({ releases }) => count(releases) },
  ];
}

function NoTags(): ReactNode {
  const words = useText(tagsText).tags;
  return (
    <EmptyState
      why={words.emptyWhy}
      next={words.emptyNext}
      action={<ButtonLink to="/products">{words.emptyAction}</ButtonLink>}
    />
  );
}

function NothingFound(): ReactNode {
  const words = useText(tagsText).tags;
  return (
    <EmptyState
      why={words.nothing}
      action={
        <ButtonLink to="/products/tags" search={{} as never}>
          {words.clear}
        </ButtonLink>
      }
    />
  );
}
