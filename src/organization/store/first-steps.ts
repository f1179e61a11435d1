import { sql } from 'kysely';
import type { Db, Transaction } from '#platform/database';
import type { FirstStep } from '../model.ts';

/** How many divisions stand, and which steps were put off. */
export async function readFirstSteps(db: Db): Promise<{ divisions: number; putOff: FirstStep[] }> {
  const { rows } = await sql<{ divisions: number; putOff: FirstStep[] }>`
    select (select count(*)::int from division where removed_at is null) as divisions,
      array(select step from first_step_put_off order by step) as "putOff"`.execute(db);
  return rows[0] ?? { divisions: 0, putOff: [] };
}

/** @returns false when it was put off already */
export async function insertPutOff(transaction: Transaction, step: FirstStep, at: Temporal.Instant): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('first_step_put_off')
    .values({ step, put_off_at: at })
    .onConflict((conflict) => conflict.column('step').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** @returns false when it was not put off */
export async function deletePutOff(transaction: Transaction, step: FirstStep): Promise<boolean> {
  const { numDeletedRows } = await transaction
    .deleteFrom('first_step_put_off')
    .where('step', '=', step)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
