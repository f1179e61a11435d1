import { createDivision } from '#organization';
import { createLine } from '../src/inventory/create-line.ts';
import { createModel } from '../src/inventory/create-model.ts';
import { ReleaseFacts } from '../src/inventory/model/registers.ts';
import { NewModel } from '../src/inventory/model.ts';
import { releases } from '../src/inventory/register/releases.ts';
import { createEntry } from '../src/inventory/register/write-entry.ts';
import type { freshDatabase } from './database.ts';

type APerson = Awaited<ReturnType<typeof freshDatabase>>['aPerson'];

/** A camera with a release, a module with a release, and a cloud service, in one line of no division. */
export async function aCatalogue(aPerson: APerson) {
  const { tools, person } = await aPerson();
  const division = await createDivision(tools, { name: '家庭用機器事業部' });
  const line = await createLine(tools, { name: '家庭用カメラ' });
  const aModel = (name: string, kind: 'device' | 'module' | 'app' | 'service') =>
    createModel(tools, NewModel.parse({ lineId: line.id, name, kind }));
  const camera = await aModel('MC-220', 'device');
  const module = await aModel('NetStack', 'module');
  const service = await aModel('みはりクラウド', 'service');
  const aRelease = (modelId: string, version: string) =>
    createEntry(tools, releases, ReleaseFacts.parse({ modelId, version, state: 'shipped' }));
  const release = await aRelease(camera.id, '1.0');
  const part = await aRelease(module.id, '5.1');
  return { tools, person, division, line, camera, module, service, release, part, aModel, aRelease };
}
