import { beforeEach, expect, test } from 'vitest';
import { newId } from '#platform/ids';
import { freshDatabase } from '../../test/database.ts';
import { describeMaker } from './describe-maker.ts';
import { nameMaker } from './name-maker.ts';

const { system, db, reset, aPerson } = await freshDatabase();
const mihari = { nameJa: 'みはり電機', nameEn: 'Mihari Electric' };
const trail = () => db.selectFrom('audit').select(['action', 'before', 'after']).orderBy('id').execute();

beforeEach(reset);

test('a fresh house does not know whose it is', async () => {
  expect(await describeMaker(system)).toEqual({ maker: null });
});

test('the company is named, renamed, and the trail knows both', async () => {
  await nameMaker(system, mihari);
  await nameMaker(system, { ...mihari, nameEn: 'Mihari' });

  expect(await describeMaker(system)).toEqual({ maker: { ...mihari, nameEn: 'Mihari' } });
  expect(await trail()).toEqual([
    { action: 'maker.name', before: null, after: mihari },
    { action: 'maker.name', before: mihari, after: { ...mihari, nameEn: 'Mihari' } },
  ]);
});

test('the same names again leave no line', async () => {
  await nameMaker(system, mihari);
  await nameMaker(system, mihari);

  expect(await trail()).toHaveLength(1);
});

test('who may change one division does not rename the company', async () => {
  const { tools } = await aPerson([{ role: 'manager', divisionId: newId() }]);

  await expect(nameMaker(tools, mihari)).rejects.toMatchObject({ code: 'not-allowed' });
});
