import { expect, test } from 'vitest';
import { newId } from '#platform/ids';
import { freshDatabase } from '../../test/database.ts';
import { describeMe } from './describe-me.ts';

const { aPerson } = await freshDatabase();

test('who holds a role in one division alone is told in which', async () => {
  const divisionId = newId();
  const { tools } = await aPerson([
    { role: 'contact', divisionId },
    { role: 'reader', divisionId: null },
  ]);

  const me = await describeMe(tools);

  expect(me.permissions).toContain('product:write');
  expect(me.divisions['product:write']).toEqual([divisionId]);
  expect(me.divisions).not.toHaveProperty('product:read');
});

test('who holds a role in the whole company has no bounds', async () => {
  const { tools } = await aPerson([{ role: 'analyst', divisionId: null }]);

  expect((await describeMe(tools)).divisions).toEqual({});
});
