/** The items from one index to another, both included, whichever comes first. */
export function range<Item>(items: Item[], from: number, to: number): Item[] {
  return items.slice(Math.min(from, to), Math.max(from, to) + 1);
}
