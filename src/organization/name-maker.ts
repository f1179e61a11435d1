import { recordAudit, type Tools } from '#access';
import type { Maker } from './model.ts';
import { requireDivision } from './require-division.ts';
import { lockMaker, saveMaker } from './store/maker.ts';

/**
 * Enters or changes the company's names; entering the same again changes nothing and leaves no line in the trail.
 * @throws Refusal 'not-allowed' for who may change a division only
 */
export async function nameMaker(tools: Pick<Tools, 'db' | 'viewer' | 'now' | 'origin'>, maker: Maker): Promise<void> {
  requireDivision(tools.viewer, null);
  await tools.db.transaction().execute(async (transaction) => {
    const before = await lockMaker(transaction);
    if (before?.nameJa === maker.nameJa && before.nameEn === maker.nameEn) return;
    await saveMaker(transaction, maker, tools.now());
    await recordAudit(transaction, tools, {
      action: 'maker.name',
      subjectKind: 'maker',
      subjectId: 'maker',
      subjectName: maker.nameJa,
      before,
      after: maker,
    });
  });
}
