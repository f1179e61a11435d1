import type { Tools } from '#access';
import { todayInJapan } from '#platform/browser/calendar';
import { foldId } from '#platform/browser/fold';
import { decodeCursor, pageOf } from '#platform/keyset';
import type { ListedModel, ListedPartNumber, Owner } from './contract.ts';
import type { ProductFilter, ProductSort } from './filter.ts';
import { nameOwners } from './name-owners.ts';
import { judgeRebuilding, keeping } from './rebuilding.ts';
import * as store from './store/list.ts';

type Page = { after?: string | undefined; limit: number };

/** One page of the models that the filter leaves; `line` in the filter makes it the branch of a tree. */
export async function listModels(
  { db, now }: Pick<Tools, 'db' | 'now'>,
  { sort, after, limit, ...filter }: ProductFilter & { sort: ProductSort } & Page,
): Promise<{ items: ListedModel[]; next: string | null }> {
  const today = todayInJapan(now());
  const rows = await store.listModels(db, {
    filter,
    today,
    sort,
    place: after === undefined ? null : decodeCursor(after, store.Place),
    limit: limit + 1,
  });
  const page = pageOf(rows, limit, ({ key, nameFolded, id }) => [key, nameFolded, id]);
  const owners = await nameOwners(
    { db, now },
    page.items.flatMap(({ ownerPostId, buildKeyPostId }) => [ownerPostId, buildKeyPostId]),
  );
  const items = page.items.map((row) => ({
    id: row.id,
    slug: row.slug,
    name: row.name,
    revision: row.revision,
    line: { id: row.lineId, name: row.lineName },
    kind: row.kind,
    note: row.note,
    markets: row.markets,
    partNumbers: row.partNumbers,
    releases: row.releases,
    inField: row.inField,
    withoutSbom: row.withoutSbom,
    unidentified: row.unidentified,
    units: row.units,
    owner: (row.ownerPostId && owners.get(row.ownerPostId)) || null,
    securityEndsOn: row.securityEndsOn?.toString() ?? null,
    successor: row.successor,
    safety: row.safety,
    ...buildingOf(row, owners, today),
  }));
  return { items, next: page.next };
}

function buildingOf(row: store.ListedModel, keepers: Map<string, Owner>, today: Temporal.PlainDate) {
  const rebuiltOn = row.rebuiltOn?.toString() ?? null;
  const keyKeeper = keeping(keepers.get(row.buildKeyPostId ?? '') ?? null);
  return { rebuiltOn, buildGaps: judgeRebuilding({ ...row, rebuiltOn, keyKeeper }, today.toString()).gaps };
}

/** One page of part numbers in their own order, those that hold `q`; what the number on a label belongs to. */
export async function listPartNumbers(
  { db }: Pick<Tools, 'db'>,
  { q = '', after, limit }: { q?: string | undefined } & Page,
): Promise<{ items: ListedPartNumber[]; next: string | null }> {
  const rows = await store.listPartNumbers(db, {
    number: foldId(q),
    after: after === undefined ? null : decodeCursor(after, store.PartNumberPlace),
    limit: limit + 1,
  });
  const page = pageOf(rows, limit, ({ folded, id }) => [folded, id]);
  const items = page.items.map(({ folded: _, securityEndsOn, ...row }) => ({
    ...row,
    securityEndsOn: securityEndsOn?.toString() ?? null,
  }));
  return { items, next: page.next };
}
