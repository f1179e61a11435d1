import { listPeopleNames, type Tools } from '#access';
import { type VerdictRef, verdictScopes } from './model.ts';
import { type AskedPlace, listBeside, listRefsOfVerdicts, type RefRow } from './store/places.ts';

/** A place with the verdict that counts there by what is stored. */
export type StoredPlace = AskedPlace & { verdictKey: number | null; inherited: boolean };
export type DescribedPlace = { verdict: VerdictRef | null; waiting: VerdictRef | null };

/**
 * The verdicts of places as this viewer sees them, in their order: what counts, or what lies over it for those behind its
 * wall, and what waits for a second person. For a page of places, not for thousands.
 */
export async function describePlaces(
  { db, viewer }: Pick<Tools, 'db' | 'viewer'>,
  places: readonly StoredPlace[],
): Promise<DescribedPlace[]> {
  if (places.length === 0) return [];
  const keys = places.flatMap(({ verdictKey }) => verdictKey ?? []);
  const stored = new Map((await listRefsOfVerdicts(db, viewer, keys)).map((row) => [row.key, row]));
  const { waiting, walled } = await listBeside(db, viewer, places);
  const waitingAt = new Map(waiting.map((row) => [row.at, row]));
  const walledAt = new Map(walled.map((row) => [row.at, row]));
  const people = await listPeopleNames(
    db,
    [...stored.values(), ...waiting, ...walled].flatMap(({ authorId }) => authorId ?? []),
  );
  const describe = (row: RefRow | undefined, inherited: boolean): VerdictRef | null =>
    row
      ? {
          ...{ id: row.id, decisionId: row.decisionId, status: row.status, justification: row.justification },
          ...{ scope: row.scope, author: personOf(people, row.authorId), decidedAt: row.decidedAt.toString() },
          ...{ until: row.until?.toString() ?? null, inherited, walled: row.walled },
        }
      : null;
  return places.map(({ verdictKey, inherited }, at) => {
    const counting = verdictKey === null ? undefined : stored.get(verdictKey);
    const over = walledAt.get(at);
    const isOver = over !== undefined && (!counting || comesBefore(over, counting));
    return {
      verdict: isOver ? describe(over, over.inherited) : describe(counting, inherited),
      waiting: describe(waitingAt.get(at), waitingAt.get(at)?.inherited ?? false),
    };
  });
}

/** Somebody by name; null: the machine. */
export function personOf(
  people: ReadonlyMap<string, { id: string; name: string }>,
  id: string | null,
): { id: string; name: string } | null {
  const person = id === null ? undefined : people.get(id);
  return person ? { id: person.id, name: person.name } : null;
}

/** The narrower scope wins, then the newer. */
function comesBefore(one: RefRow, other: RefRow): boolean {
  const [rank, otherRank] = [verdictScopes.indexOf(one.scope), verdictScopes.indexOf(other.scope)];
  return rank < otherRank || (rank === otherRank && Temporal.Instant.compare(one.decidedAt, other.decidedAt) > 0);
}
