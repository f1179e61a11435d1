import type { SavedView } from './Views.tsx';

/** What of an address belongs to a saved view. */
export interface Seen {
  conditions: Record<string, string>;
  /** The columns that the address names; undefined: those that the person likes. */
  columns: string | undefined;
}

/** Where a list stands among its saved views. */
export interface ViewHere {
  view: SavedView | null;
  /** The view is open, but its conditions are not those that were saved. */
  changed: boolean;
}

/**
 * Which view an address shows: the one that it names, also when its conditions have been changed since; else the first
 * whose conditions are the same.
 * @param saved  the name in the address; a colleague may have no such view, and sees the same rows all the same
 */
export function viewHere(views: SavedView[], seen: Seen, saved: string | undefined): ViewHere {
  const named = views.filter(({ name }) => name === saved);
  const same = (view: SavedView) => isSame(view.query, seen);
  if (named.length > 0) {
    const exact = named.find(same);
    return { view: exact ?? named[0] ?? null, changed: exact === undefined };
  }
  const equal = Object.keys(seen.conditions).length > 0 ? views.find(same) : undefined;
  return { view: equal ?? null, changed: false };
}

function isSame(query: string, { conditions, columns }: Seen): boolean {
  const { columns: kept, ...wanted } = readQuery(query);
  return (kept === undefined || kept === columns) && hasSame(wanted, { conditions });
}

/** Whether these are the conditions that are seen. */
export function hasSame(wanted: Record<string, string>, { conditions }: Pick<Seen, 'conditions'>): boolean {
  const keys = Object.keys(wanted);
  return keys.length === Object.keys(conditions).length && keys.every((key) => wanted[key] === conditions[key]);
}

/** The query of a view as words of an address. */
export function readQuery(query: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(query));
}

/** What is seen, as the query of a view. */
export function printQuery({ conditions, columns }: Seen): string {
  return new URLSearchParams({ ...conditions, ...(columns === undefined ? {} : { columns }) }).toString();
}
