import { recordAudit, type Tools } from '#access';
import { guardLine, guardLineName, lockLineAt } from './lock-line.ts';
import * as store from './store/lines.ts';

/**
 * Gives a product line another name.
 * @throws Refusal 'not-found', 'not-allowed', or 'conflict' when the name is taken or the line has changed meanwhile
 */
export async function renameLine(
  tools: Pick<Tools, 'db' | 'viewer' | 'now' | 'origin'>,
  { id, revision, name }: { id: string; revision: number; name: string },
): Promise<{ id: string; name: string; revision: number }> {
  return tools.db.transaction().execute(async (transaction) => {
    const line = await lockLineAt(transaction, { id, revision });
    if (line.name === name) return { id, name, revision };
    await guardLine(transaction, tools.viewer, id);
    await guardLineName(transaction, name, id);
    await store.updateLines(transaction, [id], { name }, { at: tools.now(), name: tools.viewer.name });
    await recordAudit(transaction, tools, {
      action: 'product-line.update',
      subjectKind: 'product-line',
      subjectId: id,
      subjectName: name,
      before: { name: line.name },
      after: { name },
    });
    return { id, name, revision: revision + 1 };
  });
}
