import { z } from 'zod';
import { findPeopleByName, listPeopleNames, type PersonName, type Tools } from '#access';
import { todayInJapan } from '#platform/browser/calendar';
import { fold } from '#platform/browser/fold';
import type { Db } from '#platform/database';
import { decodeCursor, encodeCursor } from '#platform/keyset';
import { actingOf, type Holding, type PersonRef, type Post } from './model.ts';
import { type AbsenceRow, listAbsencesOn } from './store/absence.ts';
import { type HoldingRow, listHoldingsOn } from './store/holding.ts';
import * as store from './store/post.ts';

type Parts = Pick<Tools, 'db' | 'now'>;

export type PostQuery = {
  divisionId?: string | undefined;
  personId?: string | undefined;
  vacant?: boolean | undefined;
  q?: string | undefined;
};

const SAME_NAME = 50;
const Place = z.tuple([z.int32(), z.uuid(), z.int32(), z.uuid()]);

/** One page of posts with who holds them today, in the order of the company. */
export async function listPosts(
  { db, now }: Parts,
  query: PostQuery,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<{ items: Post[]; next: string | null }> {
  const day = todayInJapan(now());
  const page = { day, after: after === undefined ? null : decodeCursor(after, Place), limit: limit + 1 };
  const rows = await store.listPosts(db, await filterOf(db, query), page);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: await describePosts(db, shown, day),
    next:
      rows.length > limit && last
        ? encodeCursor([last.divisionPosition, last.divisionId, last.position, last.id])
        : null,
  };
}

async function filterOf(db: Db, { divisionId, personId, vacant, q = '' }: PostQuery): Promise<store.PostFilter> {
  const folded = fold(q);
  if (folded === '') return { divisionId, vacant, personIds: personId ? [personId] : undefined };
  const people = await findPeopleByName(db, q, SAME_NAME);
  return {
    divisionId,
    vacant,
    personIds: personId ? [personId] : undefined,
    search: { folded, orPersonIds: people.map(({ id }) => id) },
  };
}

/** Adds to posts who holds them and who acts on that day; three queries for any number of posts. */
export async function describePosts(db: Db, rows: store.PostRow[], day: Temporal.PlainDate): Promise<Post[]> {
  const held = await listHoldingsOn(
    db,
    rows.map(({ id }) => id),
    day,
  );
  const personIds = held.map(({ personId }) => personId);
  const nameById = await listPeopleNames(db, personIds);
  const absences = await listAbsencesOn(db, personIds, day);
  const absenceOf = new Map(absences.map((absence) => [absence.personId, absence]));
  const heldBy = new Map(held.map((one) => [`${one.postId} ${one.kind}`, one]));

  return rows.map((row) => {
    const at = (kind: 'holder' | 'deputy') => {
      const one = heldBy.get(`${row.id} ${kind}`);
      return one ? describeHolding(one, nameById, absenceOf.get(one.personId) ?? null) : null;
    };
    const holder = at('holder');
    const deputy = at('deputy');
    return {
      id: row.id,
      division: { id: row.divisionId, name: row.divisionName },
      name: row.name,
      duties: row.duties,
      role: row.role,
      holder,
      deputy,
      acting: actingOf(holder, deputy),
    };
  });
}

/** A holding with the name of its person. */
export function describeHolding(
  { id, personId, fromOn, untilOn, reason }: HoldingRow,
  nameById: Map<string, PersonName>,
  absence: AbsenceRow | null,
): Holding {
  return {
    id,
    person: personRef(personId, nameById),
    fromOn,
    untilOn,
    reason,
    absence: absence && { id: absence.id, kind: absence.kind, fromOn: absence.fromOn, untilOn: absence.untilOn },
  };
}

/** A person as lists name them. */
export function personRef(id: string, nameById: Map<string, PersonName>): PersonRef {
  const person = nameById.get(id);
  return { id, name: person?.name ?? '', hasLeft: person?.disabled ?? true };
}
