import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { Button, ButtonLink } from '#kit/Button';
import { EmptyState } from '#kit/EmptyState';
import { ListWithPanel } from '#kit/Evidence';
import { ExportButton } from '#kit/ExportButton';
import { FilterBar } from '#kit/FilterBar';
import { useActions } from '#kit/Keys';
import { LoadProblem } from '#kit/LoadProblem';
import { PageHead } from '#kit/PageHead';
import { Panel, Stack } from '#kit/Panel';
import { ShowMore } from '#kit/ShowMore';
import { TreeTable, useOpenAll } from '#kit/TreeTable';
import { ids, passing, row, someOf, useUrlState, word } from '#kit/UrlState';
import { useLanguage, useText } from '#platform/browser/language';
import { useMay } from '#platform/browser/person';
import type { Division } from '../model.ts';
import { DivisionDialog } from './DivisionDialog.tsx';
import { DivisionsDialog } from './DivisionsDialog.tsx';
import { text as divisionsText } from './divisions-text.ts';
import { PostDialog } from './PostDialog.tsx';
import { PostPanel } from './PostPanel.tsx';
import { divisionsQuery, type PostFilter, postsQuery } from './queries.ts';
import { text } from './text.ts';
import { nodesOf, useTreeColumns } from './tree-columns.tsx';

const view = { q: word(), division: ids(), show: someOf(['vacant']), post: row(), closed: passing(ids()) };
type Asked =
  | { kind: 'divisions' }
  | { kind: 'division'; division: Division | null }
  | { kind: 'post'; divisionId: string };

/** The divisions with their posts: who holds each, who stands in, who acts today. */
export function OrganizationPage(): ReactNode {
  const words = useText(text);
  const several = useText(divisionsText);
  const { language } = useLanguage();
  const mayWrite = useMay('organization:write');
  const [state, setState] = useUrlState(view);
  const [asked, setAsked] = useState<Asked | null>(null);
  const divisions = useQuery(divisionsQuery);
  const filter = filterOf({ ...state, q: useDeferredValue(state.q) });
  const isNarrowed = Object.values(filter).some(Boolean);
  const posts = useInfiniteQuery(postsQuery(filter));
  const loaded = posts.data?.pages.flatMap(({ items }) => items);
  const nodes = divisions.data && loaded && nodesOf(divisions.data, loaded, isNarrowed);
  const open = (nodes ?? []).map(({ id }) => id).filter((id) => !state.closed.includes(id));
  const setOpen = (next: string[]) =>
    setState({ closed: (nodes ?? []).map(({ id }) => id).filter((id) => !next.includes(id)) }, 'same');
  const { all, next } = useOpenAll(nodes, open);
  const opened = loaded?.find(({ id }) => id === state.post);
  const columns = useTreeColumns({
    mayWrite,
    divisions: divisions.data ?? [],
    onRename: (division) => setAsked({ kind: 'division', division }),
    onAddPost: (divisionId) => setAsked({ kind: 'post', divisionId }),
  });
  const createDivision = () => setAsked({ kind: 'division', division: null });
  useActions(
    mayWrite
      ? [
          { label: words.createDivision, reading: 'ぶもん', run: createDivision },
          {
            label: several.several,
            reading: 'ぶもんをまとめてとうろくする',
            run: () => setAsked({ kind: 'divisions' }),
          },
        ]
      : [],
  );

  const create = mayWrite ? (
    <Button weight="main" icon="plus" onClick={createDivision}>
      {words.createDivision}
    </Button>
  ) : null;
  const severalFirst = mayWrite ? (
    <Button weight="main" icon="plus" onClick={() => setAsked({ kind: 'divisions' })}>
      {several.title}
    </Button>
  ) : null;
  const failed = divisions.error ?? posts.error;
  const clear = () => setState({ q: '', division: [], show: [] });
  const exported = new URLSearchParams({ ...filter, language });
  return (
    <>
      <PageHead
        title={words.title}
        crumbs={[{ label: words.settings, to: '/settings' }]}
        answer={answerOf(words, divisions.data)}
        actions={
          <>
            <ExportButton list="organization" href={(format) => `/api/posts/export?${exported}&format=${format}`} />
            {mayWrite ? <ButtonLink to="/settings/organization/hand-over">{words.handOver.title}</ButtonLink> : null}
            {divisions.data?.length ? create : null}
          </>
        }
      />
      <Stack>
        <div>
          <FilterBar
            views={{ list: 'organization', params: view }}
            search={{ label: words.find, value: state.q, onChange: (q) => setState({ q }, 'same') }}
            filters={[
              {
                key: 'show',
                label: words.shown,
                always: true,
                options: [{ value: 'vacant', label: words.onlyVacant }],
                selected: state.show,
                onChange: (selected) => setState({ show: selected.includes('vacant') ? ['vacant'] : [] }),
              },
              {
                key: 'division',
                label: words.division,
                options: (divisions.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
                selected: state.division,
                onChange: (selected) => setState({ division: selected.slice(-1) }),
              },
            ]}
          >
            {nodes && nodes.length > 1 ? (
              <Button size="small" weight="quiet" onClick={() => setOpen(next)}>
                {all ? words.closeAll : words.openAll}
              </Button>
            ) : null}
          </FilterBar>
        </div>
        <ListWithPanel
          panel={opened ? <PostPanel key={opened.id} post={opened} onClose={() => setState({ post: null })} /> : null}
        >
          <Panel>
            <TreeTable
              list="organization"
              label={words.tree}
              columns={columns}
              nodes={nodes}
              nameOf={(line) => (line.kind === 'division' ? line.division.name : line.post.name)}
              open={open}
              onToggle={setOpen}
              openId={state.post}
              onOpen={(line) => (line.kind === 'post' ? setState({ post: line.post.id }) : undefined)}
              empty={
                isNarrowed ? (
                  <EmptyState
                    why={words.empty.filtered}
                    action={<Button onClick={clear}>{words.empty.clear}</Button>}
                  />
                ) : (
                  <EmptyState why={words.empty.why} next={words.empty.next} action={severalFirst} />
                )
              }
              failed={
                failed ? (
                  <LoadProblem
                    thrown={failed}
                    retry={() => {
                      divisions.refetch();
                      posts.refetch();
                    }}
                  />
                ) : undefined
              }
            />
            {posts.hasNextPage ? (
              <ShowMore
                shown={loaded?.length ?? 0}
                more={{ load: () => posts.fetchNextPage(), loading: posts.isFetchingNextPage }}
              />
            ) : null}
          </Panel>
        </ListWithPanel>
      </Stack>
      {asked?.kind === 'division' ? (
        <DivisionDialog division={asked.division} onClose={() => setAsked(null)} />
      ) : asked?.kind === 'divisions' ? (
        <DivisionsDialog onClose={() => setAsked(null)} />
      ) : asked?.kind === 'post' ? (
        <PostDialog post={null} divisionId={asked.divisionId} onClose={() => setAsked(null)} />
      ) : null}
    </>
  );
}

function filterOf({ q, division, show }: { q: string; division: string[]; show: string[] }): PostFilter {
  const [divisionId] = division;
  return {
    q,
    ...(divisionId ? { divisionId } : {}),
    ...(show.includes('vacant') ? { vacant: 'true' as const } : {}),
  };
}

function answerOf(words: typeof text.en, divisions: Division[] | undefined): string {
  if (!divisions || divisions.length === 0) return words.loading;
  const sum = (count: (division: Division) => number) => divisions.reduce((all, one) => all + count(one), 0);
  const needy = sum(({ vacant, left }) => vacant + left);
  const posts = sum((division) => division.posts);
  return needy > 0 ? words.answerVacant(divisions.length, posts, needy) : words.answer(divisions.length, posts);
}
