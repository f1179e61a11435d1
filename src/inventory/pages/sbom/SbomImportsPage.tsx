import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Chip, type Tone } from '#kit/Chip';
import { EmptyState } from '#kit/EmptyState';
import { ExportButton } from '#kit/ExportButton';
import { FilterBar } from '#kit/FilterBar';
import type { IconName } from '#kit/Icon';
import { LoadProblem } from '#kit/LoadProblem';
import { PageHead } from '#kit/PageHead';
import { Panel } from '#kit/Panel';
import { type Column, Lines, None, Table } from '#kit/Table';
import { Time } from '#kit/Time';
import { someOf, useUrlState, word } from '#kit/UrlState';
import { useLanguage, useText } from '#platform/browser/language';
import { countText } from '#platform/browser/numbers';
import { importStates, type ListedSbomImport } from '../../contract/sbom-shapes.ts';
import { ruleWords } from '../../sbom/rule-text.ts';
import { useWho } from '../use-who.ts';
import { text } from './imports-text.ts';
import { type AskedImports, importsQuery } from './queries.ts';
import classes from './sbom.module.css';

const params = { q: word(), state: someOf(importStates) };

/** 取り込みの記録: every bill of materials that came in, from pages, commands and CI, and what became of it. */
export function SbomImportsPage(): ReactNode {
  const words = useText(text);
  const { language } = useLanguage();
  const [view, change] = useUrlState(params);
  const asked: AskedImports = {
    ...(view.q.trim() ? { q: view.q.trim() } : {}),
    ...(view.state.length > 0 ? { state: view.state.join(',') } : {}),
  };
  const found = useInfiniteQuery(importsQuery(asked));
  const rows = found.data?.pages.flatMap(({ items }) => items);
  const columns = useColumns();
  const isFiltered = Object.keys(asked).length > 0;

  return (
    <>
      <PageHead
        title={words.title}
        answer={words.answer}
        crumbs={[{ label: words.crumb, to: '/products' }]}
        actions={
          <ExportButton
            list="sbom-imports"
            href={(format) => `/api/sbom-imports/export?${new URLSearchParams({ ...asked, format, language })}`}
          />
        }
      />
      <FilterBar
        views={{ list: 'sbom-imports', params }}
        search={{ label: words.search, value: view.q, onChange: (q) => change({ q }, 'same') }}
        filters={[
          {
            key: 'state',
            label: words.state,
            options: importStates.map((state) => ({ value: state, label: words.states[state] })),
            selected: view.state,
            onChange: (selected) => change({ state: selected as typeof view.state }),
            always: true,
          },
        ]}
      />
      <Panel>
        <Table
          list="sbom-imports"
          label={words.title}
          columns={columns}
          rows={rows}
          idOf={({ id }) => id}
          nameOf={({ fileName }) => fileName}
          more={{ load: found.hasNextPage ? () => found.fetchNextPage() : null, loading: found.isFetchingNextPage }}
          empty={
            isFiltered ? (
              <EmptyState
                why={words.nothing}
                action={
                  <Link to="." search={{} as never}>
                    {words.clear}
                  </Link>
                }
              />
            ) : (
              <EmptyState why={words.none} next={words.noneNext} />
            )
          }
          failed={
            found.isError && !found.data ? (
              <LoadProblem thrown={found.error} retry={() => found.refetch()} />
            ) : undefined
          }
        />
      </Panel>
    </>
  );
}

const looks: Record<ListedSbomImport['state'], { tone: Tone; icon?: IconName }> = {
  waiting: { tone: 'plain' },
  'needs-mapping': { tone: 'medium', icon: 'info' },
  refused: { tone: 'alert', icon: 'warning' },
  stored: { tone: 'ok', icon: 'check' },
  failed: { tone: 'alert', icon: 'warning' },
};

function useColumns(): Column<ListedSbomImport>[] {
  const words = useText(text);
  const who = useWho();
  const { language } = useLanguage();
  return [
    {
      key: 'release',
      title: words.release,
      phone: 'title',
      cell: ({ id, release }) => (
        <Link
          to="/products/$model/$release"
          params={{ model: release.model.slug, release: release.slug } as never}
          search={{ tab: 'sbom', upload: id } as never}
        >
          {release.model.name} {release.version}
        </Link>
      ),
    },
    {
      key: 'file',
      title: words.file,
      cell: ({ fileName, error }) => (
        <Lines
          main={fileName}
          sub={
            error ? (
              <>
                <span className={classes.place}>{error.place}</span> {ruleWords(error, language)}
              </>
            ) : null
          }
        />
      ),
    },
    {
      key: 'state',
      title: words.state,
      phone: 'corner',
      cell: ({ state, isUnchanged }) => (
        <Chip {...looks[state]}>{isUnchanged ? words.unchanged : words.states[state]}</Chip>
      ),
    },
    {
      key: 'parts',
      title: words.parts,
      number: true,
      cell: ({ parts }) => (parts === null ? <None /> : countText(parts)),
    },
    { key: 'quality', title: words.quality, number: true, cell: ({ quality }) => quality ?? <None /> },
    {
      key: 'received',
      title: words.received,
      cell: ({ receivedAt, by, origin }) => (
        <Lines main={<Time at={receivedAt} />} sub={words.from(who(by), words.origins[origin])} />
      ),
    },
  ];
}
