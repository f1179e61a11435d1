import type { Tools } from '#access';
import {
  addHandParts,
  comingFile,
  createEntries,
  createEntry,
  createRelease,
  listReleases,
  registers,
  takeSbom,
} from '#inventory';
import { todayInJapan } from '#platform/browser/calendar';
import { type DemoRelease, hardware, needs, partners, releases } from './release-facts.ts';
import { spreadUnits } from './spread-units.ts';
import { writeSbom } from './write-sbom.ts';

/**
 * Loads hardware, releases with their parts and shipments, what needs what, and partners of みはり電機;
 * nothing when a release stands already.
 * @param modelIds  by name
 */
export async function loadReleases(tools: Tools, modelIds: ReadonlyMap<string, string>): Promise<void> {
  if ((await listReleases(tools, { sort: 'name', limit: 1 })).items.length > 0) return;
  const idOf = (model: string) => modelIds.get(model) as string;

  const hardwareIds = new Map<string, string>();
  for (const [model, name, soc, board] of hardware) {
    const { id } = await createEntry(tools, registers.hardware, { modelId: idOf(model), name, soc, board, note: '' });
    hardwareIds.set(`${model} ${name}`, id);
  }
  const releaseIds = new Map<string, string>();
  for (const [model, ofModel] of Object.entries(releases)) {
    for (const release of ofModel) {
      const hardwareId = hardwareIds.get(`${model} ${release.hardware}`) ?? null;
      const id = await loadRelease(tools, { model, modelId: idOf(model), hardwareId, release });
      releaseIds.set(`${model} ${release.version}`, id);
      for (const part of release.contains ?? [])
        await createEntry(tools, registers.parts, { releaseId: id, partId: releaseIds.get(part) as string, note: '' });
    }
  }
  for (const [model, on, note] of needs)
    await createEntry(tools, registers.dependencies, { modelId: idOf(model), onModelId: idOf(on), note });
  for (const { soldAs, ...facts } of partners) {
    const { id: partnerId } = await createEntry(tools, registers.partners, facts);
    for (const { model, partNumbers, markets, ...said } of soldAs)
      await createEntry(tools, registers['sold-as'], {
        ...said,
        modelId: idOf(model),
        partnerId,
        partNumbers: [...partNumbers],
        markets: [...markets],
        untilOn: null,
      });
  }
}

type Placed = { model: string; modelId: string; hardwareId: string | null; release: DemoRelease };

async function loadRelease(tools: Tools, { model, modelId, hardwareId, release }: Placed): Promise<string> {
  const today = todayInJapan(tools.now());
  const releasedOn =
    typeof release.releasedOn === 'string'
      ? Temporal.PlainDate.from(release.releasedOn)
      : today.add({ months: release.releasedOn });
  const { id } = await createRelease(tools, {
    modelId,
    hardwareId,
    version: release.version,
    state: release.state,
    releasedOn: releasedOn.toString(),
    endedOn: null,
    firmwareName: release.firmwareName ?? '',
    firmwareSha256: null,
    tags: [],
    note: '',
  });
  const sbom = writeSbom(model, release);
  if (sbom) await takeSbom(tools, { releaseId: id, file: comingFile(sbom), origin: 'command' });
  if (release.byHand) await addHandParts(tools, { id, parts: release.byHand.map(handPartOf) });
  const shipped = spreadUnits(release.units ?? {}, releasedOn, today);
  await createEntries(
    tools,
    registers.shipments,
    shipped.map((shipment) => ({ releaseId: id, ...shipment })),
  );
  return id;
}

function handPartOf(line: string) {
  const [cpe, version, ...name] = line.split(' ').reverse() as [string, string, ...string[]];
  return {
    name: name.toReversed().join(' '),
    version: version === '-' ? null : version,
    supplier: null,
    purl: null,
    cpe: cpe === '-' ? null : `cpe:2.3:${cpe.startsWith('linux') ? 'o' : 'a'}:${cpe}:${version}:*:*:*:*:*:*:*`,
    licence: '',
    note: '',
  };
}
