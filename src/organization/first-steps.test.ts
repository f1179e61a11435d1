import { beforeEach, expect, test } from 'vitest';
import { newId } from '#platform/ids';
import { freshDatabase } from '../../test/database.ts';
import { createDivisions } from './create-divisions.ts';
import { listDivisions } from './list-divisions.ts';
import { describeFirstSteps, putOffFirstStep, takeUpFirstStep } from './put-off-first-step.ts';

const { system, db, reset, aPerson } = await freshDatabase();
const trail = () => db.selectFrom('audit').select(['action', 'subject_name', 'after']).orderBy('id').execute();
const names = async () => (await listDivisions(system)).items.map(({ name }) => name);

beforeEach(reset);

test('several divisions are made at once in their order; what stands, or is written twice, is made once', async () => {
  await createDivisions(system, { names: ['カメラ事業部'] });

  const { created, standing } = await createDivisions(system, {
    names: ['品質保証部', 'ｶﾒﾗ事業部', 'ネットワーク事業部', '品質保証部'],
  });

  expect(created.map(({ name }) => name)).toEqual(['品質保証部', 'ネットワーク事業部']);
  expect(standing).toEqual(['ｶﾒﾗ事業部']);
  expect(await names()).toEqual(['カメラ事業部', '品質保証部', 'ネットワーク事業部']);
  expect((await trail()).map(({ subject_name }) => subject_name)).toEqual([
    'カメラ事業部',
    '品質保証部',
    'ネットワーク事業部',
  ]);
});

test('a step is put off for the whole maker and taken up again; saying it twice leaves one line', async () => {
  await createDivisions(system, { names: ['カメラ事業部', '本社'] });
  await putOffFirstStep(system, { step: 'records' });
  await putOffFirstStep(system, { step: 'records' });
  await putOffFirstStep(system, { step: 'products' });

  expect(await describeFirstSteps(system)).toEqual({ divisions: 2, putOff: ['products', 'records'] });

  await takeUpFirstStep(system, { step: 'records' });
  await takeUpFirstStep(system, { step: 'records' });

  expect((await describeFirstSteps(system)).putOff).toEqual(['products']);
  expect((await trail()).filter(({ action }) => action.startsWith('first-step'))).toEqual([
    { action: 'first-step.put-off', subject_name: '', after: { step: 'records' } },
    { action: 'first-step.put-off', subject_name: '', after: { step: 'products' } },
    { action: 'first-step.take-up', subject_name: '', after: { step: 'records' } },
  ]);
});

test('who may change one division decides nothing for the whole maker', async () => {
  const { tools } = await aPerson([{ role: 'manager', divisionId: newId() }]);

  await expect(putOffFirstStep(tools, { step: 'match' })).rejects.toMatchObject({ code: 'not-allowed' });
  await expect(createDivisions(tools, { names: ['本社'] })).rejects.toMatchObject({ code: 'not-allowed' });
});
