import type { Db, Transaction } from '#platform/database';
import type { Maker } from '../model.ts';

/** Undefined until somebody has entered it. */
export async function findMaker(db: Db): Promise<Maker | undefined> {
  return db.selectFrom('maker').select(['name_ja as nameJa', 'name_en as nameEn']).executeTakeFirst();
}

/** Locks the row, so that what the trail says was before is what was before. */
export async function lockMaker(transaction: Transaction): Promise<Maker | undefined> {
  return transaction
    .selectFrom('maker')
    .select(['name_ja as nameJa', 'name_en as nameEn'])
    .forUpdate()
    .executeTakeFirst();
}

export async function saveMaker(transaction: Transaction, maker: Maker, at: Temporal.Instant): Promise<void> {
  const row = { name_ja: maker.nameJa, name_en: maker.nameEn, changed_at: at };
  await transaction
    .insertInto('maker')
    .values(row)
    .onConflict((conflict) => conflict.column('singleton').doUpdateSet(row))
    .execute();
}
