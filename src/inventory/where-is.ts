import type { Tools } from '#access';
import { Refusal } from '#platform/errors';
import { decodeCursor, pageOf } from '#platform/keyset';
import { type Asked, readQuestion } from './component-question.ts';
import type { ComponentQuestion, WhereCounts, WhereFilter, WhereFound, WhereSort } from './contract/components.ts';
import * as store from './store/where-is.ts';

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
  const ids = await idsOf(db, question);
  const rows = await store.listWhere(db, ids, { filter: question, sort, after: place, limit: limit + 1 });
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
  return store.listWhere(db, await idsOf(db, question), { filter: question, sort, after: null, limit });
}

async function idsOf(db: Tools['db'], question: Question): Promise<number[]> {
  const { ids, idsWithoutOrder } = await store.findComponents(db, asked(question));
  return question.versions === 'within' ? ids : idsWithoutOrder;
}

/**
 * The answer as numbers, and what of it cannot be told because versions have no order.
 * @throws Refusal 'invalid' when the question names no component
 */
export async function countWhere({ db }: Pick<Tools, 'db'>, question: Question): Promise<WhereCounts> {
  const said = asked(question);
  const { name, ids, idsWithoutOrder } = await store.findComponents(db, said);
  const counted = await store.countWhere(db, question.versions === 'within' ? ids : idsWithoutOrder, question);
  const releases = idsWithoutOrder.length > 0 ? await store.countReleasesWith(db, idsWithoutOrder) : 0;
  return {
    asked: said,
    name,
    components: ids.length,
    ...counted,
    withoutOrder: { components: idsWithoutOrder.length, releases },
  };
}

function asked(question: Question): Asked {
  const said = readQuestion(question);
  if (said === null) throw new Refusal('invalid', 'The question names no component.', { parameter: 'q' });
  return said;
}
