import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type MouseEvent, type ReactNode, useState } from 'react';
import { Button } from '#kit/Button';
import { Label, State } from '#kit/Chip';
import { EmptyState } from '#kit/EmptyState';
import { ExportButton } from '#kit/ExportButton';
import { LoadProblem } from '#kit/LoadProblem';
import { PageHead } from '#kit/PageHead';
import { Panel } from '#kit/Panel';
import { type Column, Lines, Table } from '#kit/Table';
import { Time } from '#kit/Time';
import { useToast } from '#kit/Toast';
import { oneOf, useUrlState } from '#kit/UrlState';
import { ViewTabs } from '#kit/ViewTabs';
import { useLanguage, useText } from '#platform/browser/language';
import type { Notice } from '../model.ts';
import classes from './NoticesPage.module.css';
import { api, noticesKey, noticesQuery } from './queries.ts';
import { text } from './text.ts';

const view = { show: oneOf(['all', 'unread'], 'all') };

/** What Mamori has told me; opening one marks it as read. */
export function NoticesPage(): ReactNode {
  const words = useText(text).notices;
  const { language } = useLanguage();
  const [{ show }, setView] = useUrlState(view);
  const [ticked, setTicked] = useState<string[]>([]);
  const unreadOnly = show === 'unread' ? 'true' : 'false';
  const list = useInfiniteQuery(noticesQuery(unreadOnly));
  const unread = useQuery({
    queryKey: [...noticesKey, 'unread'],
    queryFn: async () => (await api.countUnread()).unread,
  });
  const { mark, markAll, marked } = useMarking();
  const open = useOpening(mark);
  const rows = list.data?.pages.flatMap(({ items }) => items.map(marked));

  const bulk = (read: boolean) => {
    mark({ ids: ticked, read });
    setTicked([]);
  };
  const empty =
    show === 'all' ? (
      <EmptyState why={words.none} next={words.noneNext} />
    ) : (
      <EmptyState
        why={words.allRead}
        action={<Button onClick={() => setView({ show: 'all' })}>{words.showAll}</Button>}
      />
    );
  return (
    <>
      <PageHead
        title={words.title}
        answer={unread.data === undefined ? words.loading : words.answer(unread.data)}
        actions={
          <>
            {unread.data ? <Button onClick={markAll}>{words.markAll}</Button> : null}
            <ExportButton
              list="notices"
              href={(format) => `/api/notices/export?unread=${unreadOnly}&format=${format}&language=${language}`}
            />
          </>
        }
      />
      <ViewTabs
        list="notices"
        params={view}
        label={words.views}
        tabs={[
          { label: words.all, to: '/notices', current: show === 'all' },
          {
            label: words.unread,
            to: '/notices',
            search: { show: 'unread' },
            current: show === 'unread',
            ...(unread.data === undefined ? {} : { count: unread.data }),
          },
        ]}
      />
      <Panel>
        <Table
          list="notices"
          label={words.label}
          columns={useColumns(open)}
          rows={rows}
          idOf={({ id }) => id}
          nameOf={({ title }) => title}
          onOpen={(notice) => open(notice)}
          selection={{
            ids: ticked,
            onChange: setTicked,
            actions: (
              <>
                <Button size="small" onClick={() => bulk(true)}>
                  {words.markRead}
                </Button>
                <Button size="small" onClick={() => bulk(false)}>
                  {words.markUnread}
                </Button>
              </>
            ),
          }}
          more={{ load: list.hasNextPage ? () => list.fetchNextPage() : null, loading: list.isFetchingNextPage }}
          empty={empty}
          failed={list.isError ? <LoadProblem thrown={list.error} retry={() => list.refetch()} /> : undefined}
        />
      </Panel>
    </>
  );
}

type Open = (notice: Notice, event?: MouseEvent) => void;

function useColumns(open: Open): Column<Notice>[] {
  const words = useText(text).notices;
  return [
    {
      key: 'notice',
      title: words.notice,
      phone: 'title',
      cell: (notice) => (
        <Lines
          main={
            <a
              href={notice.path}
              className={classes.title}
              data-unread={!notice.readAt || undefined}
              onClick={(event) => open(notice, event)}
            >
              {notice.title}
            </a>
          }
          sub={<span className={classes.body}>{notice.body}</span>}
        />
      ),
    },
    {
      key: 'state',
      title: words.state,
      phone: 'corner',
      cell: ({ readAt, isWalled }) => (
        <Lines
          main={<State filled={!readAt}>{readAt ? words.isRead : words.isUnread}</State>}
          sub={isWalled ? <Label>{words.walled}</Label> : null}
        />
      ),
    },
    { key: 'at', title: words.at, cell: ({ createdAt }) => <Time at={createdAt} /> },
  ];
}

/** Goes to the matter and marks the notice as read; with a modifier key the browser opens it as it likes. */
function useOpening(mark: (input: { ids: string[]; read: boolean; silent?: boolean }) => void): Open {
  const navigate = useNavigate();
  return ({ id, path, readAt }, event) => {
    if (!readAt) mark({ ids: [id], read: true, silent: true });
    if (event && (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)) return;
    event?.preventDefault();
    navigate({ href: path });
  };
}

function useMarking() {
  const words = useText(text);
  const toast = useToast();
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: noticesKey });
  const onError = () => toast(words.notDone);
  const marking = useMutation({
    mutationFn: (input: { ids: string[]; read: boolean; silent?: boolean }) =>
      api.markNotices({ ids: input.ids, read: input.read }),
    onSettled: refresh,
    onError,
    onSuccess: (_, { ids, read, silent }) => {
      if (silent) return;
      const said = read ? words.notices.marked(ids.length) : words.notices.markedUnread(ids.length);
      toast(said, { undo: () => marking.mutate({ ids, read: !read, silent: true }) });
    },
  });
  const unmarkingAll = useMutation({
    mutationFn: (input: { readAt: string }) => api.markUnreadAgain(input),
    onSettled: refresh,
    onError,
  });
  const markingAll = useMutation({
    mutationFn: () => api.markAllRead(),
    onSettled: refresh,
    onError,
    onSuccess: ({ count, readAt }) =>
      toast(words.notices.marked(count), { undo: () => unmarkingAll.mutate({ readAt }) }),
  });
  const { isPending, variables } = marking;
  /** A notice as it will be once the server has answered; what fails is as before again. */
  const marked = (notice: Notice): Notice =>
    isPending && variables.ids.includes(notice.id)
      ? { ...notice, readAt: variables.read ? (notice.readAt ?? notice.createdAt) : null }
      : notice;
  return { mark: marking.mutate, markAll: () => markingAll.mutate(), marked };
}
