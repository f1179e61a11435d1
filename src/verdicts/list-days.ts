import { listPeopleNames, type Tools } from '#access';
import { decodeCursor, pageOf } from '#platform/keyset';
import { personOf } from './describe-places.ts';
import type { VerdictDay, VerdictEvent, VerdictPerson } from './model.ts';
import * as store from './store/days.ts';

type Reading = Pick<Tools, 'db' | 'viewer'>;
type Page = { after?: string | undefined; limit: number };

/** A day in Japan, from midnight to midnight. */
export function spanOf(day: string): store.Span {
  const on = Temporal.PlainDate.from(day);
  const midnight = (date: Temporal.PlainDate) => date.toZonedDateTime('Asia/Tokyo').toInstant();
  return { from: midnight(on), before: midnight(on.add({ days: 1 })) };
}

/** One page of the days on which something was decided, newest first. */
export async function listVerdictDays(
  { db, viewer }: Reading,
  { after, limit }: Page,
): Promise<{ items: VerdictDay[]; next: string | null }> {
  const place = after === undefined ? null : decodeCursor(after, store.DayCursor)[0];
  const page = pageOf(await store.listDays(db, viewer, { place, limit: limit + 1 }), limit, ({ day }) => [day]);
  const people = await listPeopleNames(
    db,
    page.items.flatMap(({ signatures }) => signatures.map(({ personId }) => personId)),
  );
  const items = page.items.map(({ day, events, unsigned, signatures, ...row }) => ({
    ...{ day, events, unsigned, signatures: signedBy(signatures, people) },
    byStatus: {
      ...{ affected: row.affected, 'not-affected': row.notAffected },
      ...{ fixed: row.fixed, 'under-investigation': row.underInvestigation },
    },
  }));
  return { items, next: page.next };
}

/** One page of all that was decided on a day, newest first. */
export async function listVerdictEvents(
  { db, viewer }: Reading,
  { day, after, limit }: { day: string } & Page,
): Promise<{ items: VerdictEvent[]; next: string | null }> {
  const place = after === undefined ? null : decodeCursor(after, store.EventCursor);
  const rows = await store.listEvents(db, viewer, { lines: spanOf(day), place, limit: limit + 1 });
  const page = pageOf(rows, limit, ({ at, id }) => [at.toString(), id]);
  return { items: await describeEvents({ db }, page.items), next: page.next };
}

/** Lines with the names of people. */
export async function describeEvents(
  { db }: Pick<Tools, 'db'>,
  rows: readonly store.EventRow[],
): Promise<VerdictEvent[]> {
  const people = await listPeopleNames(
    db,
    rows.flatMap(({ personId, signatures }) => [
      ...(personId === null ? [] : [personId]),
      ...signatures.map((one) => one.personId),
    ]),
  );
  return rows.map(({ personId, at, signatures, ...row }) => ({
    ...row,
    ...{ at: at.toString(), by: personOf(people, personId), signatures: signedBy(signatures, people) },
  }));
}

function signedBy(
  signatures: readonly { personId: string; at: string }[],
  people: Parameters<typeof personOf>[0],
): { by: VerdictPerson; at: string }[] {
  return signatures.flatMap(({ personId, at }) => {
    const by = personOf(people, personId);
    return by ? [{ by, at: Temporal.Instant.from(at).toString() }] : [];
  });
}
