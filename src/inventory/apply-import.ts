import { recordAudits, type Tools } from '#access';
import type { Transaction } from '#platform/database';
import { Refusal } from '#platform/errors';
import { changeModels } from './change-models.ts';
import * as store from './store/imports.ts';
import { insertLines } from './store/lines.ts';
import { lockModels } from './store/models.ts';

export type AppliedImport = { id: string; lines: number; models: number };

/**
 * Does what the preview said, all of it or nothing, and keeps it for undo.
 * @throws Refusal 'not-found' for a preview of somebody else; 'conflict' with `details.reason`: 'expired', 'not-applicable',
 *   'applied-already', or 'changed-since' with the names of what was changed after the preview
 */
export async function applyImport(
  tools: Pick<Tools, 'db' | 'viewer' | 'now' | 'origin' | 'emit'>,
  { id }: { id: string },
): Promise<AppliedImport> {
  return tools.db.transaction().execute(async (transaction) => {
    const kept = await store.lockImport(transaction, id);
    if (!kept || kept.personId !== (tools.viewer.person?.id ?? null))
      throw new Refusal('not-found', `There is no such import: ${id}.`, { what: 'import' });
    const at = tools.now();
    const { plan } = kept;
    if (kept.state !== 'previewed') throw refused('applied-already', 'This import has been applied before.');
    if (Temporal.Instant.compare(at, kept.expiresAt) > 0)
      throw refused('expired', 'This preview is too old; read the file again.');
    if (!plan) throw refused('not-applicable', 'This file has errors, or changes nothing.');

    const standing = await standingAsPlanned(transaction, plan.models);
    await insertLines(transaction, plan.lines, { at, name: tools.viewer.name });
    const changes = plan.models.map((model) => ({ ...model, standing: standing.get(model.id) ?? null }));
    const changed = await changeModels(transaction, tools, { changeId: id, how: 'import', changes });
    await store.markImport(transaction, id, { state: 'applied', at });
    const counts = { lines: plan.lines.length, models: changed.length };
    await recordAudits(transaction, tools, [
      ...plan.lines.map((line) => ({
        action: 'product-line.create' as const,
        subjectKind: 'product-line',
        subjectId: line.id,
        subjectName: line.name,
        after: { name: line.name, import: id },
      })),
      {
        action: 'inventory-import.apply',
        subjectKind: 'inventory-import',
        subjectId: id,
        subjectName: kept.fileName,
        after: { ...counts, newLines: plan.lines.map(({ name }) => name), sha256: kept.sha256.toString('hex') },
      },
    ]);
    return { id, ...counts };
  });
}

const refused = (reason: string, message: string, details = {}) =>
  new Refusal('conflict', message, { reason, ...details });

/** The planned models as they stand, locked, provided that each still has the revision that the preview saw. */
async function standingAsPlanned(transaction: Transaction, planned: store.KeptPlan['models']) {
  const seen = planned.filter(({ revision }) => revision !== null);
  const locked = await lockModels(
    transaction,
    seen.map(({ id }) => id),
  );
  const byId = new Map(locked.map((model) => [model.id, model]));
  const moved = seen.filter(({ id, revision }) => byId.get(id)?.revision !== revision);
  if (moved.length > 0)
    throw refused('changed-since', 'Models were changed after the preview; read the file again.', {
      names: moved.slice(0, 20).map(({ after }) => after.name),
      count: moved.length,
    });
  return byId;
}
