import type { IconName } from '#kit/Icon';
import { fold } from '#platform/browser/fold';

/** Something found by its name or number, and where it is. */
export interface Found {
  /** Unique among all that is found. */
  id: string;
  title: string;
  /** What kind of thing it is, or where it belongs: 部品, 1リリース. */
  detail?: string | undefined;
  icon?: IconName | undefined;
  /** Its address, with what opens it there: /products?line=… */
  to: string;
}

/** Asks one step for its objects; what the person may not see is never in the answer. */
export type SearchObjects = (query: string, signal: AbortSignal) => Promise<Found[]>;

/** A line of the palette. */
export interface Entry {
  id: string;
  kind: 'found' | 'pages' | 'actions' | 'recent';
  title: string;
  /** The title in kana. */
  reading?: string | undefined;
  detail?: string | undefined;
  keys?: string | undefined;
  icon?: IconName | undefined;
}

const ORDER = ['recent', 'found', 'pages', 'actions'] as const;

/** A name and what stands behind it as a version or a range: 「openssl 1.1.1k」, 「zlib <1.3」. */
export function nameAndVersion(typed: string): { name: string; version: string } {
  const text = typed.normalize('NFKC').trim();
  const [, name = text, version = ''] = /^(.*?\S)\s*[\s@](v?\d\S*|[<>=≤≥].*)$/.exec(text) ?? [];
  return { name, version };
}

/** How well an entry answers: 2 when title or reading begin with the query, 1 when they hold it, 0 otherwise. */
function rank(entry: Entry, query: string): 0 | 1 | 2 {
  const names = [entry.title, entry.reading ?? '', entry.detail ?? ''].map(fold);
  if (names.slice(0, 2).some((name) => name.startsWith(query))) return 2;
  return names.some((name) => name.includes(query)) ? 1 : 0;
}

/**
 * The lines to show for what was typed: kinds in their fixed order, within a kind what begins with the query first.
 * Found things were matched by the server (a part number in full width, a synonym) and stay as they came.
 */
export function matchingEntries(entries: Entry[], typed: string): Entry[] {
  const query = fold(typed);
  const best = entries
    .filter((entry) => entry.kind === 'found' || query === '' || rank(entry, query) > 0)
    .sort((one, other) => (query === '' || one.kind === 'found' ? 0 : rank(other, query) - rank(one, query)));
  return ORDER.flatMap((kind) => best.filter((entry) => entry.kind === kind));
}

const RECENT = 5;

/** Puts the newest first and keeps five, each once. */
export function withRecent<Item extends { id: string }>(recent: Item[], newest: Item): Item[] {
  return [newest, ...recent.filter((item) => item.id !== newest.id)].slice(0, RECENT);
}
