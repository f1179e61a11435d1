import { recordAudit, type Tools } from '#access';
import { Refusal } from '#platform/errors';
import { guardLineName, lockLineAt } from './lock-line.ts';
import * as store from './store/lines.ts';

type LineTools = Pick<Tools, 'db' | 'viewer' | 'now' | 'origin'>;
type AtRevision = { id: string; revision: number };

/**
 * Takes a product line without models out of all lists; restoreLine brings it back.
 * @throws Refusal 'not-found', or 'conflict' while models stand in it
 */
export async function removeLine(tools: LineTools, { id, revision }: AtRevision): Promise<AtRevision> {
  return tools.db.transaction().execute(async (transaction) => {
    const line = await lockLineAt(transaction, { id, revision });
    const models = await store.countModelsOfLines(transaction, [id]);
    if (models > 0)
      throw new Refusal('conflict', `${models} models stand in this line.`, { reason: 'has-models', models });
    const at = tools.now();
    await store.updateLines(transaction, [id], { removedAt: at }, { at, name: tools.viewer.name });
    await recordAudit(transaction, tools, {
      action: 'product-line.remove',
      subjectKind: 'product-line',
      subjectId: id,
      subjectName: line.name,
      before: { name: line.name },
    });
    return { id, revision: revision + 1 };
  });
}

/**
 * Brings back a removed product line.
 * @throws Refusal 'not-found', or 'conflict' when another line has its name by now
 */
export async function restoreLine(tools: LineTools, { id, revision }: AtRevision): Promise<AtRevision> {
  return tools.db.transaction().execute(async (transaction) => {
    const line = await lockLineAt(transaction, { id, revision }, 'removed');
    await guardLineName(transaction, line.name, id);
    await store.updateLines(transaction, [id], { removedAt: null }, { at: tools.now(), name: tools.viewer.name });
    await recordAudit(transaction, tools, {
      action: 'product-line.restore',
      subjectKind: 'product-line',
      subjectId: id,
      subjectName: line.name,
      after: { name: line.name },
    });
    return { id, revision: revision + 1 };
  });
}
