import { createContext, useContext } from 'react';

/** A saved view of a list, as its keeper knows it. */
export interface SavedView {
  id: string;
  list: string;
  name: string;
  /** The query of the address: conditions, order, columns. */
  query: string;
  shared: boolean;
  /** The person's own; others' are here because they are shared. */
  own: boolean;
  /** Whose it is. */
  by: string;
}

/** What can be changed in a view. */
export interface ViewChange {
  name?: string;
  query?: string;
  shared?: boolean;
}

/** Who keeps the views of all lists: the shell. Each deed is done when it resolves; refused, it throws. */
export interface ViewKeeper {
  views: SavedView[];
  create: (view: { list: string; name: string; query: string; shared: boolean }) => Promise<{ id: string }>;
  change: (id: string, change: ViewChange) => Promise<void>;
  move: (id: string, by: 'one-before' | 'one-after') => Promise<void>;
  remove: (id: string) => Promise<void>;
  restore: (id: string) => Promise<void>;
  /** For what others share; null for those who may not. */
  others: Removing | null;
}

export type Removing = Pick<ViewKeeper, 'remove' | 'restore'>;

const Keeping = createContext<ViewKeeper | null>(null);

/** Gives the lists below it their saved views. */
export const ViewsPlace = Keeping.Provider;

/** The keeper of saved views; null where nobody keeps any, and lists then offer none. */
export function useViewKeeper(): ViewKeeper | null {
  return useContext(Keeping);
}
