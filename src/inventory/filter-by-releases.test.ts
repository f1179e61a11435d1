import { beforeEach, expect, test } from 'vitest';
import { freshDatabase } from '../../test/database.ts';
import { createLine } from './create-line.ts';
import { createModel } from './create-model.ts';
import { ProductFilter } from './filter.ts';
import { listModels } from './list-models.ts';
import { PartnerFacts, ReleaseFacts, type ReleaseState, SoldAsFacts } from './model/registers.ts';
import { NewModel } from './model.ts';
import { partners } from './register/partners.ts';
import { soldAs } from './register/sold-as.ts';
import { createEntry } from './register/write-entry.ts';
import { createRelease } from './write-release.ts';

const { aPerson, reset } = await freshDatabase();
beforeEach(reset);

test('models are found by the states of their releases, by what these lack, and by who sells them', async () => {
  const { tools } = await aPerson();
  const { id: lineId } = await createLine(tools, { name: 'カメラ' });
  const aModel = async (name: string, state: ReleaseState | null) => {
    const { id: modelId } = await createModel(tools, NewModel.parse({ lineId, name, kind: 'device' }));
    if (state) await createRelease(tools, ReleaseFacts.parse({ modelId, version: '1.0', state }));
    return modelId;
  };
  const sold = await aModel('MC-1', 'shipped');
  await aModel('MC-2', 'in-development');
  await aModel('MC-3', 'ended');
  await aModel('MC-4', null);
  const partner = await createEntry(tools, partners, PartnerFacts.parse({ name: '東都電機' }));
  const name = { modelId: sold, partnerId: partner.id, direction: 'ours-under-theirs', name: 'TokoCam' };
  await createEntry(tools, soldAs, SoldAsFacts.parse(name));
  const namesOf = async (words: Record<string, string>) =>
    (await listModels(tools, { ...ProductFilter.parse(words), sort: 'name', limit: 50 })).items.map((one) => one.name);

  expect(await namesOf({ state: 'shipped,supported' })).toEqual(['MC-1']);
  expect(await namesOf({ state: 'in-development,ended' })).toEqual(['MC-2', 'MC-3']);
  expect(await namesOf({ missing: 'sbom' })).toEqual(['MC-1']);
  expect(await namesOf({ partner: partner.id })).toEqual(['MC-1']);
  expect(await namesOf({ partner: lineId })).toEqual([]);
});
