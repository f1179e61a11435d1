import type { z } from 'zod';
import { mayIn, type Tools } from '#access';
import type { Db } from '#platform/database';
import { Refusal } from '#platform/errors';
import { decodeCursor, pageOf } from '#platform/keyset';
import * as models from './store/list-below-models.ts';
import * as releases from './store/list-below-releases.ts';

type Paging = { after?: string | undefined; limit: number };

/** A list with pages, from how it is read and what its places look like. */
function paged<Filter, Place, Item>(
  Place: z.ZodType<Place>,
  read: (db: Db, page: models.Page<Filter, Place>) => Promise<models.Placed<Item>[]>,
) {
  return async (
    { db }: Pick<Tools, 'db'>,
    { after, limit, ...filter }: Filter & Paging,
  ): Promise<{ items: Item[]; next: string | null }> => {
    const place = after === undefined ? null : decodeCursor(after, Place);
    const rows = await read(db, { filter: filter as Filter, place, limit: limit + 1 });
    const page = pageOf(rows, limit, (row) => row.place);
    return { items: page.items.map(({ item }) => item), next: page.next };
  };
}

/** One page of each register, standing entries of standing models only. */
export const listHardware = paged(models.NamePlace, models.listHardware);
export const listDependencies = paged(models.NamePlace, models.listDependencies);
export const listPartners = paged(models.NamePlace, models.listPartners);
export const listSoldAs = paged(models.NamePlace, models.listSoldAs);
export const listReleaseParts = paged(models.NamePlace, releases.listParts);
export const listShipments = paged(releases.MonthPlace, releases.listShipments);

// A partner that has more names than this is read in pages of the list instead.
const mostNames = 500;

/**
 * A partner with the names under which is sold.
 * @throws Refusal 'not-found'
 */
export async function getPartner({ db, viewer }: Pick<Tools, 'db' | 'viewer'>, { id }: { id: string }) {
  const [partner] = await models.listPartners(db, { filter: { id }, place: null, limit: 1 });
  if (!partner) throw new Refusal('not-found', `There is no partner ${id}.`, { what: 'partner' });
  const soldAs = await models.listSoldAs(db, { filter: { partner: [id] }, place: null, limit: mostNames });
  return {
    ...partner.item,
    soldAs: soldAs.map(({ item }) => item),
    mayChange: mayIn(viewer, 'product:write', null),
  };
}
