import { z } from 'zod';
import type { Tools } from '#access';
import type { Db } from '#platform/database';
import { decodeCursor, InstantOfCursor, pageOf } from '#platform/keyset';
import type { RegisterChange } from './contract/releases.ts';
import { idsIn } from './register/change-entries.ts';
import { factTexts } from './register/fact-texts.ts';
import { registerOf } from './register/registers.ts';
import type { KeptChange } from './register/store/changes.ts';
import { listEntries } from './register/store/entries.ts';
import { readReferences } from './register/store/references.ts';
import { listChangesOfRelease } from './store/release-history.ts';

const Place = z.tuple([InstantOfCursor, z.uuid(), z.int32()]);

/** Who changed a release, what it contains and what contains it, and its shipments, newest first; ids in names. */
export async function listReleaseHistory(
  { db }: Pick<Tools, 'db'>,
  { id, after, limit }: { id: string; after?: string | undefined; limit: number },
): Promise<{ items: RegisterChange[]; next: string | null }> {
  const place = after === undefined ? null : decodeCursor(after, Place);
  const rows = await listChangesOfRelease(db, id, { place, limit: limit + 1 });
  const page = pageOf(rows, limit, ({ at, entryId, revision }) => [at.toString(), entryId, revision]);
  return { items: await inWords(db, page.items), next: page.next };
}

async function inWords(db: Db, changes: KeptChange[]): Promise<RegisterChange[]> {
  const byRegister = Map.groupBy(changes, ({ register }) => register);
  const written: RegisterChange[] = [];
  for (const [name, ofRegister] of byRegister) {
    const register = registerOf(name);
    const entries = await listEntries(db, register.table, [...new Set(ofRegister.map(({ entryId }) => entryId))]);
    const factsById = new Map(entries.map(({ id, facts }) => [id, facts]));
    const states = ofRegister.flatMap(({ entryId, before, after }) => {
      const now = factsById.get(entryId) ?? { removed: false };
      return [before, after].map((facts) => ({ standing: null, after: { ...now, ...facts } }));
    });
    const references = await readReferences(db, idsIn(register, states));
    for (const { entryId, revision, at, personName, how, before, after } of ofRegister)
      written.push({
        register: name,
        entryId,
        revision,
        at: at.toString(),
        by: personName,
        how,
        title: register.titleOf(factsById.get(entryId) ?? {}, references),
        facts: factTexts(before, after, references),
      });
  }
  const order = new Map(changes.map(({ entryId, revision }, index) => [`${entryId} ${revision}`, index]));
  const placeOf = ({ entryId, revision }: RegisterChange) => order.get(`${entryId} ${revision}`) ?? 0;
  return written.sort((one, other) => placeOf(one) - placeOf(other));
}
