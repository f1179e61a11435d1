import { recordAudit } from '#access';
import { Refusal } from '#platform/errors';
import type { DecideTools } from './decide.ts';
import { holdMatching } from './store/exposures.ts';
import * as store from './store/vex-imports.ts';
import { undoIn } from './undo-decision.ts';

/**
 * Takes all back that one's own file has decided, the newest first: every place stands as before it.
 * @throws Refusal 'not-found', 'not-allowed' for the file of another, or 'conflict' when it is undone or something of it was
 * decided anew since
 */
export async function undoVex(
  tools: DecideTools,
  { id }: { id: string },
): Promise<{ decisions: number; places: number }> {
  const { viewer, now } = tools;
  return tools.db.transaction().execute(async (transaction) => {
    await holdMatching(transaction);
    const file = await store.lockVexImport(transaction, viewer, id);
    if (!file) throw new Refusal('not-found', `No file ${id} was taken in.`, { what: 'vex' });
    if (file.by !== (viewer.person?.id ?? null))
      throw new Refusal('not-allowed', 'Only whoever filed it takes it back.', { reason: 'not-author' });
    if (file.undoneAt !== null) throw new Refusal('conflict', 'It is undone already.', { reason: 'changed-since' });
    const decisions = await store.listDecisionsOf(transaction, viewer, id);
    let places = 0;
    for (const decision of decisions) places += (await undoIn(transaction, tools, decision)).places;
    await store.markUndone(transaction, viewer, { id, at: now() });
    await recordAudit(transaction, tools, {
      ...{ action: 'vex.undo', subjectKind: 'vex', subjectId: id, subjectName: file.fileName, wallId: file.wallId },
      after: { decisions: decisions.length },
    });
    return { decisions: decisions.length, places };
  });
}
