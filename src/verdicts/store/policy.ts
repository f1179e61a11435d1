import type { Db, Transaction } from '#platform/database';

/** Without a line nobody has to approve. */
export async function isFourEyes(db: Db): Promise<boolean> {
  const found = await db.selectFrom('verdict_policy').select('four_eyes as fourEyes').executeTakeFirst();
  return found?.fourEyes ?? false;
}

export async function setFourEyes(transaction: Transaction, fourEyes: boolean, at: Temporal.Instant): Promise<void> {
  await transaction
    .insertInto('verdict_policy')
    .values({ one: true, four_eyes: fourEyes, changed_at: at })
    .onConflict((conflict) => conflict.column('one').doUpdateSet({ four_eyes: fourEyes, changed_at: at }))
    .execute();
}
