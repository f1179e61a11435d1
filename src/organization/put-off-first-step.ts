import { recordAudit, type Tools } from '#access';
import type { Transaction } from '#platform/database';
import type { FirstStep } from './model.ts';
import { requireDivision } from './require-division.ts';
import * as store from './store/first-steps.ts';

type Parts = Pick<Tools, 'db' | 'viewer' | 'now' | 'origin'>;

/** How many divisions stand, and which of the first steps were put off for the whole maker. */
export async function describeFirstSteps({
  db,
}: Pick<Tools, 'db'>): Promise<{ divisions: number; putOff: FirstStep[] }> {
  return store.readFirstSteps(db);
}

/** Puts a first step off for everybody; takeUpFirstStep undoes it. Twice is once. */
export async function putOffFirstStep(tools: Parts, { step }: { step: FirstStep }): Promise<void> {
  await change(tools, 'first-step.put-off', step, (transaction) => store.insertPutOff(transaction, step, tools.now()));
}

/** Takes up a first step that was put off. */
export async function takeUpFirstStep(tools: Parts, { step }: { step: FirstStep }): Promise<void> {
  await change(tools, 'first-step.take-up', step, (transaction) => store.deletePutOff(transaction, step));
}

async function change(
  tools: Parts,
  action: 'first-step.put-off' | 'first-step.take-up',
  step: FirstStep,
  write: (transaction: Transaction) => Promise<boolean>,
): Promise<void> {
  requireDivision(tools.viewer, null);
  await tools.db.transaction().execute(async (transaction) => {
    if (!(await write(transaction))) return;
    await recordAudit(transaction, tools, {
      ...{ action, subjectKind: 'first-step', subjectId: step, subjectName: '' },
      after: { step },
    });
  });
}
