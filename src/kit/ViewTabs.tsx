import { useSearch } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { useText } from '#platform/browser/language';
import { countText } from '#platform/browser/numbers';
import { Menu } from './Menu.tsx';
import { type Tab, Tabs } from './Tabs.tsx';
import { conditionsOf, type Params } from './url-state.ts';
import { ViewActions } from './ViewActions.tsx';
import { type SavedView, useViewKeeper } from './Views.tsx';
import classes from './ViewTabs.module.css';
import { hasSame, readQuery, type Seen, viewHere } from './view-here.ts';
import { text } from './view-text.ts';

// More tabs than these would push the list down; the others stand in a menu.
const MOST_TABS = 6;

/** A list whose views are kept. */
export interface ListViews {
  list: string;
  /** What of the address are its conditions. */
  params: Params;
}

/** The views of a list over its filter bar: those of the page, then the saved ones. */
export function ViewTabs(
  props: ListViews & {
    label: string;
    /** The views that the page itself has. */
    tabs: Tab[];
    /** Other pages that stand in the same row. */
    after?: Tab[];
  },
): ReactNode {
  const { tabs, more, actions } = useViews(props, props.tabs);
  return (
    <Tabs label={props.label} tabs={[...tabs, ...(props.after ?? [])]} more={more}>
      {actions}
    </Tabs>
  );
}

/** The saved views of a list that has none of its own, after 「すべて」; a tab alone would say nothing. */
export function SavedTabs(props: ListViews): ReactNode {
  const words = useText(text);
  const { hasSaved, tabs, more, actions } = useViews(props);
  if (!hasSaved) return null;
  return (
    <Tabs label={words.views} tabs={tabs} more={more}>
      {actions}
    </Tabs>
  );
}

/** Until there are tabs to stand beside: 「この条件で保存」. */
export function FirstView(props: ListViews): ReactNode {
  const { hasSaved, actions } = useViews(props);
  return hasSaved ? null : actions;
}

function useViews({ list, params }: ListViews, own?: Tab[]) {
  const words = useText(text);
  const { seen, saved, base } = useSeen(params);
  const keeper = useViewKeeper();
  const views = useMemo(() => keeper?.views.filter((view) => view.list === list) ?? [], [keeper, list]);
  const given = own ?? [{ label: words.all, to: '.', search: base, current: true }];
  const isPlain = given.some(({ current, search = {} }) => current && hasSame(conditionsOf(params, search), seen));
  // The page's own views come first, unless the address names a saved one.
  const here = viewHere(views, seen, saved);
  const view = isPlain && saved === undefined ? null : here.view;
  const [shown, hidden] = split(views, view);

  const tabOf = (one: SavedView): Tab => ({
    label: one.name,
    to: '.',
    search: { ...base, ...readQuery(one.query), saved: one.name },
    current: one === view,
    ...(one.shared ? { shared: one.own ? words.sharedByMe : words.sharedBy(one.by) } : {}),
    ...(one === view && here.changed ? { note: words.changed } : {}),
  });
  return {
    hasSaved: views.length > 0,
    tabs: [...given.map((tab) => ({ ...tab, current: tab.current && view === null })), ...shown.map(tabOf)],
    more: hidden.length > 0 ? <MoreViews views={hidden} tabOf={tabOf} /> : null,
    actions: keeper ? (
      <ViewActions
        list={list}
        seen={seen}
        view={view}
        own={views.filter((one) => one.own)}
        changed={view !== null && here.changed}
        plain={view === null && isPlain}
      />
    ) : null,
  };
}

/** What of the address is a view, which one it names, and the rest of it: a tab of the page. */
function useSeen(params: Params): { seen: Seen; saved: string | undefined; base: Record<string, string> } {
  const search = useSearch({ strict: false }) as Record<string, string | undefined>;
  return useMemo(() => {
    const { saved, columns, ...others } = search;
    const rest = Object.entries(others).filter(([key, value]) => !(key in params) && value !== undefined);
    return {
      seen: { conditions: conditionsOf(params, search), columns },
      saved,
      base: Object.fromEntries(rest) as Record<string, string>,
    };
  }, [params, search]);
}

/** The first few, and always the one that is open. */
function split(views: SavedView[], open: SavedView | null): [SavedView[], SavedView[]] {
  if (views.length <= MOST_TABS) return [views, []];
  const shown = views.slice(0, MOST_TABS);
  if (open && !shown.includes(open)) shown[MOST_TABS - 1] = open;
  return [shown, views.filter((view) => !shown.includes(view))];
}

function MoreViews(props: { views: SavedView[]; tabOf: (view: SavedView) => Tab }): ReactNode {
  const words = useText(text);
  return (
    <Menu
      label={words.othersOf}
      align="start"
      items={props.views.map((view) => {
        const { to, search = {} } = props.tabOf(view);
        return { label: view.name, to, search, ...(view.shared ? { icon: 'people' as const } : {}) };
      })}
      button={(button) => (
        <button {...button} type="button" className={classes.more}>
          {words.others(countText(props.views.length))}
        </button>
      )}
    />
  );
}
