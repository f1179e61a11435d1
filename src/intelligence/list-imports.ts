import { z } from 'zod';
import type { Tools } from '#access';
import { Refusal } from '#platform/errors';
import { decodeCursor, InstantOfCursor, pageOf } from '#platform/keyset';
import type { RecordImport } from './contract.ts';
import * as store from './store/imports.ts';

type Reading = Pick<Tools, 'db'>;
type Page = { after?: string | undefined; limit: number };

/** What was brought in, newest first. */
export async function listImports({ db }: Reading, { after, limit }: Page) {
  const place = after === undefined ? null : decodeCursor(after, z.tuple([InstantOfCursor, z.uuid()]));
  const from = place && { startedAt: place[0], id: place[1] };
  const page = pageOf(await store.listImports(db, from, limit + 1), limit, ({ startedAt, id }) => [
    startedAt.toString(),
    id,
  ]);
  return { items: page.items.map(describeImport), next: page.next };
}

/** @throws Refusal 'not-found' */
export async function getImport({ db }: Reading, { id }: { id: string }): Promise<RecordImport> {
  const found = await store.findImport(db, id);
  if (!found) throw new Refusal('not-found', `There is no import ${id}.`, { what: 'import' });
  return describeImport(found);
}

/** What could not be read in it. @throws Refusal 'not-found' */
export async function listImportProblems({ db }: Reading, { id, after, limit }: { id: string } & Page) {
  await getImport({ db }, { id });
  const [from = 0] = after === undefined ? [] : decodeCursor(after, z.tuple([z.int32().min(0)]));
  const rows = await store.listProblems(db, { importId: id, after: from, limit: limit + 1 });
  return pageOf(rows, limit, ({ number }) => [number]);
}

const describeImport = ({ startedAt, finishedAt, personName, ...row }: store.ImportRow): RecordImport => ({
  ...row,
  ...{ startedAt: startedAt.toString(), finishedAt: finishedAt?.toString() ?? null, by: personName },
});
