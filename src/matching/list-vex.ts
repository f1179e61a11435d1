import { z } from 'zod';
import { listPeopleNames, type Tools } from '#access';
import { Refusal } from '#platform/errors';
import { decodeCursor, pageOf } from '#platform/keyset';
import type { VexImport, VexLine } from './contract/vex.ts';
import * as store from './store/vex-imports.ts';

type Page = { after?: string | undefined; limit: number };

/** One page of the files with statements that were taken in, newest first. */
export async function listVexImports(
  { db, viewer }: Pick<Tools, 'db' | 'viewer'>,
  { after, limit }: Page,
): Promise<{ items: VexImport[]; next: string | null }> {
  const place = after === undefined ? null : decodeCursor(after, store.ImportPlace);
  const rows = await store.listVexImports(db, viewer, { place, limit: limit + 1 });
  const page = pageOf(rows, limit, ({ importedAt, id }) => [importedAt.toString(), id]);
  const people = await listPeopleNames(
    db,
    page.items.flatMap(({ by }) => by ?? []),
  );
  const items = page.items.map(({ documentId, author, statedAt, by, ...row }): VexImport => {
    const person = by === null ? undefined : people.get(by);
    return {
      ...row,
      document: { id: documentId, author, at: statedAt?.toString() ?? null },
      ...{ importedAt: row.importedAt.toString(), undoneAt: row.undoneAt?.toString() ?? null },
      by: person ? { id: person.id, name: person.name } : null,
    };
  });
  return { items, next: page.next };
}

const LinePlace = z.tuple([z.int32().min(0)]);

/** One page of the statements of such a file, in its order. @throws Refusal 'not-found' */
export async function listVexLines(
  { db, viewer }: Pick<Tools, 'db' | 'viewer'>,
  { id, after, limit }: { id: string } & Page,
): Promise<{ items: VexLine[]; next: string | null }> {
  const [from] = after === undefined ? [0] : decodeCursor(after, LinePlace);
  if (!(await store.hasVexImport(db, viewer, id)))
    throw new Refusal('not-found', `No file ${id} was taken in.`, { what: 'vex' });
  const rows = await store.listVexLines(db, viewer, { id, from, limit: limit + 1 });
  return pageOf(rows, limit, ({ ordinal }) => [ordinal]);
}
