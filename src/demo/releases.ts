import type { Tools } from '#access';
import {
  addHandParts,
  attachEvidence,
  comingFile,
  createEntries,
  createEntry,
  createRelease,
  registers,
  takeSbom,
} from '#inventory';
import { kernelConfig, kernelObjects } from './kernel-evidence.ts';
import { type DemoRelease, hardware, needs, partners, releases } from './release-facts.ts';
import { spreadUnits } from './spread-units.ts';
import { writeSbom } from './write-sbom.ts';

/** A release that stands, and what is still to come of it. */
export type LoadedRelease = { id: string; model: string; release: DemoRelease; partsDaysAgo: number };

/** Most of what the products consist of was brought in at once. */
const firstPartsDaysAgo = 84;

/**
 * Loads hardware, releases with their shipments and the parts that were entered by hand, what needs what, and partners of
 * みはり電機.
 * @param modelIds  by name
 * @param today  from which days and months are counted
 */
export async function loadReleases(
  tools: Tools,
  modelIds: ReadonlyMap<string, string>,
  today: Temporal.PlainDate,
): Promise<LoadedRelease[]> {
  const idOf = (model: string) => modelIds.get(model) as string;

  const hardwareIds = new Map<string, string>();
  for (const [model, name, soc, board] of hardware) {
    const { id } = await createEntry(tools, registers.hardware, { modelId: idOf(model), name, soc, board, note: '' });
    hardwareIds.set(`${model} ${name}`, id);
  }
  const loaded: LoadedRelease[] = [];
  const releaseIds = new Map<string, string>();
  for (const [model, ofModel] of Object.entries(releases)) {
    for (const release of ofModel) {
      const hardwareId = hardwareIds.get(`${model} ${release.hardware}`) ?? null;
      const id = await loadRelease(tools, { modelId: idOf(model), hardwareId, release, today });
      releaseIds.set(`${model} ${release.version}`, id);
      loaded.push({ id, model, release, partsDaysAgo: release.partsDaysAgo ?? firstPartsDaysAgo });
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
  return loaded;
}

type Placed = { modelId: string; hardwareId: string | null; release: DemoRelease; today: Temporal.PlainDate };

async function loadRelease(tools: Tools, { modelId, hardwareId, release, today }: Placed): Promise<string> {
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
  if (release.byHand) await addHandParts(tools, { id, parts: release.byHand.map(handPartOf) });
  const shipped = spreadUnits(release.units ?? {}, releasedOn, today);
  await createEntries(
    tools,
    registers.shipments,
    shipped.map((shipment) => ({ releaseId: id, ...shipment })),
  );
  return id;
}

/** Brings in the first bill of materials of a release, and what is known to be built of its kernel. */
export async function bringParts(tools: Tools, { id, model, release }: LoadedRelease): Promise<void> {
  const instead = { ...release.instead, ...release.first?.instead };
  const sbom = writeSbom(model, { ...release, instead });
  if (sbom) await takeSbom(tools, { releaseId: id, file: comingFile(sbom), origin: 'command' });
  if (!release.kernel) return;
  const attach = (kind: 'kernel-config' | 'built-objects', name: string, text: string) =>
    attachEvidence(tools, { id, kind, file: new File([text], name) });
  await attach('kernel-config', `${model}_${release.version}.config`, kernelConfig(release));
  if (release.kernel.objects) await attach('built-objects', 'built-objects.txt', kernelObjects(release));
}

function handPartOf(line: string) {
  const [cpe, version, ...name] = line.split(' ').reverse() as [string, string, ...string[]];
  return {
    name: name.toReversed().join(' '),
    version: version === '-' ? null : version,
    supplier: null,
    purl: null,
    cpe:
      cpe === '-'
        ? null
        : `cpe:2.3:${cpe.startsWith('linux') ? 'o' : 'a'}:${cpe}:${version === '-' ? '*' : version}:*:*:*:*:*:*:*`,
    licence: '',
    note: '',
  };
}
