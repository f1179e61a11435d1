import { useNavigate, useSearch } from '@tanstack/react-router';
import { createContext, useContext, useEffect, useId, useMemo, useSyncExternalStore } from 'react';
import type { Column } from './columns.ts';

export type Density = 'normal' | 'compact';

/** How a person likes one list on this device; what is absent is as the list comes. */
interface Liked {
  columns?: string[] | undefined;
  density?: Density;
}

/** A list on the page whose columns can be chosen. */
export interface LaidList {
  list: string;
  columns: { key: string; title: string; fixed: boolean; shown: boolean }[];
  density: Density;
}

const STORAGE = 'mamori-lists';

function makeStore() {
  const listeners = new Set<() => void>();
  const lists = new Map<string, LaidList>();
  let shown: LaidList[] = [];
  let liked: Record<string, Liked> | undefined;
  const tell = () => {
    for (const listener of listeners) listener();
  };
  return {
    listen: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    lists: () => shown,
    show: (id: string, list: LaidList | null) => {
      if (list) lists.set(id, list);
      else lists.delete(id);
      shown = [...lists.values()];
      tell();
    },
    liked: () => {
      liked ??= readLiked();
      return liked;
    },
    like: (list: string, change: Liked) => {
      liked = { ...readLiked(), [list]: { ...readLiked()[list], ...change } };
      localStorage.setItem(STORAGE, JSON.stringify(liked));
      tell();
    },
  };
}

function readLiked(): Record<string, Liked> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORAGE) ?? '{}');
    return typeof stored === 'object' && stored !== null ? (stored as Record<string, Liked>) : {};
  } catch {
    return {};
  }
}

const Store = createContext(makeStore());

/** A list on the page by its name, once its table is there. */
export function useLaidList(name: string): LaidList | undefined {
  const store = useContext(Store);
  return useSyncExternalStore(store.listen, store.lists).find(({ list }) => list === name);
}

/** The column that says what a row is; it is never hidden. */
export function isFixed<Row>(column: Column<Row>, columns: Column<Row>[]): boolean {
  const titles = columns.filter(({ phone }) => phone === 'title');
  return titles.length > 0 ? titles.includes(column) : column === columns[0];
}

/**
 * How a list is laid out: its address says which columns, else what the person likes on this device, which then stands
 * in the address too, so that a colleague who gets it sees the same.
 * @param list  undefined: a table of a few facts, which is always whole
 */
export function useLayout<Row>(
  list: string | undefined,
  columns: Column<Row>[],
): { isAway: (key: string) => boolean; density: Density } {
  const store = useContext(Store);
  const id = useId();
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as Record<string, string | undefined>;
  const liked = useSyncExternalStore(store.listen, store.liked)[list ?? ''] ?? {};
  const said = search.columns;
  const wanted = said?.split(',') ?? liked.columns;
  const density = liked.density ?? 'normal';

  const laid = columns.map((column) => {
    const fixed = isFixed(column, columns);
    return { key: column.key, title: column.title, fixed, shown: fixed || (wanted?.includes(column.key) ?? true) };
  });
  const shape = JSON.stringify([list, laid, density]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the shape stands for the columns, which are new objects on each render
  useEffect(() => {
    if (list === undefined) return;
    store.show(id, { list, columns: laid, density });
    return () => store.show(id, null);
  }, [store, id, shape]);

  const missing = list !== undefined && said === undefined ? liked.columns?.join(',') : undefined;
  useEffect(() => {
    if (missing === undefined) return;
    navigate({
      to: '.',
      search: ((before: Record<string, unknown>) => ({ ...before, columns: missing })) as never,
      replace: true,
      resetScroll: false,
    });
  }, [missing, navigate]);

  const hidden = laid.filter(({ shown }) => !shown).map(({ key }) => key);
  const away = list === undefined ? '' : hidden.join();
  const isAway = useMemo(() => {
    const keys = new Set(away.split(','));
    return (key: string) => keys.has(key);
  }, [away]);
  return { isAway, density: list === undefined ? 'normal' : density };
}

/** Changes how a list is laid out; the device remembers it. */
export function useChangeLayout(): {
  columns: (of: LaidList, keys: string[] | null) => void;
  density: (of: LaidList, density: Density) => void;
} {
  const store = useContext(Store);
  const navigate = useNavigate();
  return {
    columns: ({ list, columns }, keys) => {
      const all = keys === null || columns.every(({ key }) => keys.includes(key));
      const kept = all ? undefined : columns.map(({ key }) => key).filter((key) => keys.includes(key));
      store.like(list, { columns: kept });
      navigate({
        to: '.',
        search: ((before: Record<string, unknown>) => ({ ...before, columns: kept?.join(',') })) as never,
        replace: true,
        resetScroll: false,
      });
    },
    density: ({ list }, density) => store.like(list, { density }),
  };
}
