import type { Tools } from '#access';
import { Refusal } from '#platform/errors';
import { decodeCursor, pageOf } from '#platform/keyset';
import { type Asked, readQuestion } from './component-question.ts';
import type { ComponentQuestion, WhereCounts, WhereFilter, WhereFound, WhereSort } from './contract/components.ts';
import { findComponents } from './store/where-is.ts';
import * as store from './store/where-releases.ts';

type Question = ComponentQuestion & WhereFilter;

/**
 * One page of the releases that contain what is asked for, at any depth of their modules.
 * @throws Refusal 'invalid' when the question names no component
 */
export async function whereIs(
  { db }: Pick<Tools, 'db'>,
  { sort, after, limit, ...question }: Question & { sort: WhereSort; after?: string | undefined; limit: number },
): Promise<{ items: WhereFound[]; next: string | null }> {
  const place = after === undefined ? null : decodeCursor(after, store.WherePlace);
  const rows = await store.listWhere(db, await hitsOf(db, question), {
    filter: question,
    sort,
    after: place,
    limit: limit + 1,
  });
  const page = pageOf(rows, limit, ({ place }) => place);
  return { items: page.items.map(({ place: _, ...item }) => item), next: page.next };
}

/**
 * The first `limit` of them, for a file.
 * @throws Refusal 'invalid' when the question names no component
 */
export async function findAllWhere(
  { db }: Pick<Tools, 'db'>,
  { sort, limit, ...question }: Question & { sort: WhereSort; limit: number },
): Promise<WhereFound[]> {
  // Nearly all rows are read: their order costs less than walking along it.
  const { ids } = await hitsOf(db, question);
  return store.listWhere(db, { ids, spread: 'few' }, { filter: question, sort, after: null, limit });
}

async function hitsOf(db: Tools['db'], question: Question): Promise<store.Hits> {
  const { ids, idsWithoutOrder } = await findComponents(db, asked(question));
  return store.spreadOf(db, question.versions === 'within' ? ids : idsWithoutOrder);
}

/**
 * The answer as numbers, and what of it cannot be told because versions have no order.
 * @throws Refusal 'invalid' when the question names no component
 */
export async function countWhere({ db }: Pick<Tools, 'db'>, question: Question): Promise<WhereCounts> {
  const said = asked(question);
  const { name, ids, idsWithoutOrder } = await findComponents(db, said);
  const hits = await store.spreadOf(db, question.versions === 'within' ? ids : idsWithoutOrder);
  const everywhere = { versions: 'within' } as const;
  const apart = idsWithoutOrder.length === 0 ? null : await store.spreadOf(db, idsWithoutOrder);
  return {
    asked: said,
    name,
    components: ids.length,
    ...(await store.countWhere(db, hits, question)),
    withoutOrder: {
      components: idsWithoutOrder.length,
      releases: apart === null ? 0 : (await store.countWhere(db, apart, everywhere)).all.releases,
    },
  };
}

function asked(question: Question): Asked {
  const said = readQuestion(question);
  if (said === null) throw new Refusal('invalid', 'The question names no component.', { parameter: 'q' });
  return said;
}
