import { newId } from '#platform/ids';
import { tableFile } from '#platform/table-file';
import { factsOf, type RegisterName } from '../model/registers.ts';
import type { ModelKind } from '../model.ts';
import { registersText } from '../registers-text.ts';
import { columnsOf, type Taken } from './export-rows.ts';
import type { Facts } from './sheet/plan.ts';
import type { References } from './store/references.ts';

const samples = {
  ja: {
    ...{ cloud: 'SAMPLE-CLOUD', partner: 'サンプル商事', contact: '品質保証部', brand: 'サンプルカメラ' },
    technology: '家庭内の機器を見つける',
  },
  en: {
    ...{ cloud: 'SAMPLE-CLOUD', partner: 'Sample Trading', contact: 'Quality assurance', brand: 'Sample camera' },
    technology: 'Finds devices at home',
  },
} as const;

/** A small file that shows how a register is written. */
export async function exportRegisterSample({
  register,
  format,
  language,
}: { register: RegisterName } & Taken): Promise<File> {
  const { references, ids } = sampleWorld(language);
  const rows = sampleRows(register, ids, language);
  return tableFile(
    `${registersText[language].registers[register]}_sample`,
    format,
    columnsOf(register, references, language),
    rows,
  );
}

function sampleWorld(language: keyof typeof samples) {
  const words = samples[language];
  const ids = {
    camera: newId(),
    module: newId(),
    cloud: newId(),
    board: newId(),
    partner: newId(),
    old: newId(),
    part: newId(),
  };
  const model = (id: string, name: string, kind: ModelKind) =>
    [id, { id, name, slug: name, kind, divisionId: null, removed: false }] as const;
  const release = (id: string, modelId: string, version: string, hardwareId: string | null) =>
    [id, { id, key: 0, version, slug: version, modelId, hardwareId, removed: false }] as const;
  const references: References = {
    models: new Map([
      model(ids.camera, 'SAMPLE-100', 'device'),
      model(ids.module, 'SAMPLE-STACK', 'module'),
      model(ids.cloud, words.cloud, 'service'),
    ]),
    releases: new Map([release(ids.old, ids.camera, '1.0.0', ids.board), release(ids.part, ids.module, '5.1', null)]),
    hardware: new Map([[ids.board, { id: ids.board, name: 'Rev.A', modelId: ids.camera, removed: false }]]),
    partners: new Map([[ids.partner, { id: ids.partner, name: words.partner, removed: false }]]),
  };
  return { references, ids };
}

function sampleRows(
  register: RegisterName,
  { camera, module, cloud, board, partner, old, part }: ReturnType<typeof sampleWorld>['ids'],
  language: keyof typeof samples,
): Facts[] {
  const words = samples[language];
  const shipped = { modelId: camera, hardwareId: board, firmwareName: 'sample-100-1.0.0.bin', tags: ['UPnP', 'WPA2'] };
  const rows: Record<RegisterName, object[]> = {
    hardware: [{ modelId: camera, name: 'Rev.A', soc: 'RTL8735B', board: 'MB-100' }],
    releases: [
      { ...shipped, version: '1.0.0', state: 'shipped', releasedOn: '2026-04-01' },
      { modelId: module, version: '5.1', state: 'in-development' },
    ],
    parts: [{ releaseId: old, partId: part }],
    dependencies: [{ modelId: camera, onModelId: cloud }],
    partners: [{ name: words.partner, contactPost: words.contact, email: 'psirt@example.com', phone: '03-0000-0000' }],
    'sold-as': [
      {
        modelId: camera,
        partnerId: partner,
        direction: 'ours-under-theirs',
        name: words.brand,
        partNumbers: ['SC-9'],
        markets: ['JP'],
        sinceOn: '2026-04-01',
      },
    ],
    shipments: [
      { releaseId: old, month: '2026-04', region: 'JP', units: 1_200 },
      { releaseId: old, month: '2026-05', region: '150', units: 300 },
    ],
    tags: [{ name: 'UPnP', note: words.technology }, { name: 'WPA2' }],
  };
  return rows[register].map((row) => factsOf[register].parse(row));
}
