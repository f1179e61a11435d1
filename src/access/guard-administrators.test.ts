import { expect, test } from 'vitest';
import { freshDatabase } from '../../test/database.ts';
import { guardAdministrators } from './guard-administrators.ts';
import { tryToSeal } from './store/audit-seal.ts';

const house = await freshDatabase();

test('who changes administrators does not keep the trail from being sealed', async () => {
  const sealed = await house.db
    .transaction()
    .execute((changing) =>
      guardAdministrators(changing, () => house.db.transaction().execute((sealing) => tryToSeal(sealing))),
    );

  expect(sealed).toBe(true);
});
