import { recordAudit, type Tools } from '#access';
import { newId } from '#platform/ids';
import { guardLineName } from './lock-line.ts';
import * as store from './store/lines.ts';

/**
 * Makes a product line.
 * @throws Refusal 'conflict' when the name is taken, half or full width and kana being equal
 */
export async function createLine(
  tools: Pick<Tools, 'db' | 'viewer' | 'now' | 'origin'>,
  { name }: { name: string },
): Promise<{ id: string; name: string; revision: number }> {
  const id = newId();
  await tools.db.transaction().execute(async (transaction) => {
    await guardLineName(transaction, name, null);
    await store.insertLines(transaction, [{ id, name }], { at: tools.now(), name: tools.viewer.name });
    await recordAudit(transaction, tools, {
      action: 'product-line.create',
      subjectKind: 'product-line',
      subjectId: id,
      subjectName: name,
      after: { name },
    });
  });
  return { id, name, revision: 1 };
}
