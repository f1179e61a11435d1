import { recordAudits, type Tools } from '#access';
import type { Transaction } from '#platform/database';
import { Refusal } from '#platform/errors';
import { newId } from '#platform/ids';
import { asBefore, changedSince } from './as-before.ts';
import { changeModels, type ModelChange } from './change-models.ts';
import { listChangesOf } from './store/changes.ts';
import * as store from './store/imports.ts';
import { countModelsOfLines, lockLines, updateLines } from './store/lines.ts';
import { listPredecessors, lockModels } from './store/models.ts';

/**
 * Takes an import back: what it changed is as before, what it made is removed. The history keeps both.
 * @throws Refusal 'not-found', or 'conflict' with `details.reason`: 'not-applied', or 'changed-since' with the names
 *   of models and lines that were changed after the import
 */
export async function undoImport(
  tools: Pick<Tools, 'db' | 'viewer' | 'now' | 'origin' | 'emit'>,
  { id }: { id: string },
): Promise<{ id: string; lines: number; models: number }> {
  return tools.db.transaction().execute(async (transaction) => {
    const kept = await store.lockImport(transaction, id);
    if (!kept || kept.state === 'previewed')
      throw new Refusal('not-found', `There is no such import: ${id}.`, { what: 'import' });
    if (kept.state === 'undone')
      throw new Refusal('conflict', `${kept.undoneBy} has undone this import before.`, { reason: 'undone-already' });

    const lines = kept.plan?.lines ?? [];
    const made = await listChangesOf(transaction, id);
    const standing = await lockModels(
      transaction,
      made.map(({ modelId }) => modelId),
    );
    const changes = asBefore(made, standing);
    await guardNewcomers(transaction, changes);
    const changed = await changeModels(transaction, tools, { changeId: newId(), how: 'undo', changes });
    await removeLines(transaction, tools, lines);
    await store.markImport(transaction, id, { state: 'undone', at: tools.now(), by: tools.viewer.name });
    const counts = { lines: lines.length, models: changed.length };
    await recordAudits(transaction, tools, [
      ...lines.map((line) => ({
        action: 'product-line.remove' as const,
        subjectKind: 'product-line',
        subjectId: line.id,
        subjectName: line.name,
        before: { name: line.name },
        after: { import: id },
      })),
      {
        action: 'inventory-import.undo',
        subjectKind: 'inventory-import',
        subjectId: id,
        subjectName: kept.fileName,
        after: counts,
      },
    ]);
    return { id, ...counts };
  });
}

/** A model that the import made may have become the successor of another since. */
async function guardNewcomers(transaction: Transaction, changes: ModelChange[]): Promise<void> {
  const removed = changes.filter(({ after }) => after.removed).map(({ id }) => id);
  if (removed.length === 0) return;
  const own = new Set(changes.map(({ id }) => id));
  const foreign = (await listPredecessors(transaction, removed)).filter((id) => !own.has(id));
  const models = await lockModels(transaction, foreign);
  if (models.length > 0) throw changedSince(models.map(({ facts }) => facts.name));
}

async function removeLines(
  transaction: Transaction,
  { now, viewer }: Pick<Tools, 'now' | 'viewer'>,
  lines: { id: string; name: string }[],
): Promise<void> {
  if (lines.length === 0) return;
  const ids = lines.map(({ id }) => id);
  const locked = await lockLines(transaction, ids);
  const renamed = locked.filter(({ revision }) => revision !== 1);
  const models = await countModelsOfLines(transaction, ids);
  if (renamed.length > 0 || models > 0)
    throw changedSince((renamed.length > 0 ? renamed : lines).map(({ name }) => name));
  await updateLines(transaction, ids, { removedAt: now() }, { at: now(), name: viewer.name });
}
