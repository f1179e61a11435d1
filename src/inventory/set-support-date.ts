import type { Tools } from '#access';
import { newId } from '#platform/ids';
import { changeModels } from './change-models.ts';
import { lockModelAt } from './lock-model.ts';
import { type SupportDateKind, supportFields } from './model.ts';

/**
 * Sets one of the four end dates of a model; `endsOn` null takes it back. The former days stay in its history.
 * @throws Refusal 'invalid' without a reason when the day moves earlier or is taken back; else as updateModel
 */
export async function setSupportDate(
  tools: Pick<Tools, 'db' | 'viewer' | 'now' | 'origin' | 'emit'>,
  {
    id,
    revision,
    kind,
    endsOn,
    reason,
  }: { id: string; revision: number; kind: SupportDateKind; endsOn: string | null; reason: string },
): Promise<{ id: string; revision: number }> {
  return tools.db.transaction().execute(async (transaction) => {
    const standing = await lockModelAt(transaction, { id, revision });
    const after = { ...standing.facts, [supportFields[kind]]: endsOn };
    const changes = [{ id, standing, after, reasons: { [kind]: reason } }];
    const changed = await changeModels(transaction, tools, { changeId: newId(), how: 'support-date', changes });
    return { id, revision: revision + changed.length };
  });
}
