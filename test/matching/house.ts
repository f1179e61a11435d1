import type { Tools } from '#access';
import { createModel } from '#inventory';
import { reactions } from '#matching/reactions';
import { beginImport, importRecords } from '../../src/intelligence/import-records.ts';
import { listPhrases, setPhrase } from '../../src/intelligence/set-phrase.ts';
import { attachEvidence, removeEvidence } from '../../src/inventory/attach-evidence.ts';
import { createLine } from '../../src/inventory/create-line.ts';
import { HardwareFacts, ReleaseFacts } from '../../src/inventory/model/registers.ts';
import { NewModel } from '../../src/inventory/model.ts';
import { hardware } from '../../src/inventory/register/hardware.ts';
import { parts } from '../../src/inventory/register/parts.ts';
import { releases } from '../../src/inventory/register/releases.ts';
import { shipments } from '../../src/inventory/register/shipments.ts';
import {
  type AtRevision,
  createEntry,
  removeEntry,
  restoreEntry,
  updateEntry,
} from '../../src/inventory/register/write-entry.ts';
import { takeSbom } from '../../src/inventory/take-sbom.ts';
import { updateModel } from '../../src/inventory/update-model.ts';
import type { Told } from '../database.ts';
import { aRecordOf, streamOf } from '../incoming.ts';
import { comingDocument } from '../sbom-bytes.ts';
import { aPackageDocument } from './document.ts';
import type { Change } from './present.ts';

/** What has been made, by the place at which changes name it. */
type Placed = {
  lineId: string | null;
  models: AtRevision[];
  hardware: AtRevision[][];
  releases: AtRevision[];
  contained: Map<string, AtRevision>;
  shipped: Map<number, AtRevision>;
  evidence: Map<string, string>;
};

type Make<Kind extends Change['kind']> = (
  change: Extract<Change, { kind: Kind }>,
  placed: Placed,
  tools: Tools,
) => Promise<unknown>;

const makers: { [Kind in Change['kind']]: Make<Kind> } = {
  records: async ({ statements }, _, tools) => {
    const id = await beginImport(tools, { names: ['records'], fileSha256: null });
    await importRecords(tools, { id, incoming: streamOf(statements.map(aRecordOf)) });
  },
  phrase: async ({ ranges, ...words }, _, tools) => {
    const lists = (['waiting', 'set'] as const).map((which) => listPhrases(tools, { which, limit: 1_000 }));
    const all = (await Promise.all(lists)).flatMap(({ items }) => items);
    const named = ['source', 'externalId', 'product', 'phrase'] as const;
    const found = all.find((one) => named.every((key) => one[key] === words[key]));
    if (!found) throw new Error(`Nobody asks for "${words.phrase}" of ${words.externalId}`);
    await setPhrase(tools, { id: found.id, revision: found.revision, ranges });
  },
  model: async ({ name, isModule, tags, partNumbers }, placed, tools) => {
    placed.lineId ??= (await createLine(tools, { name: '家庭用機器' })).id;
    const numbers = partNumbers.map((number) => ({ number, note: '' }));
    const facts = { lineId: placed.lineId, name, kind: isModule ? 'module' : 'device', tags, partNumbers: numbers };
    placed.models.push({ id: (await createModel(tools, NewModel.parse(facts))).id, revision: 1 });
    placed.hardware.push([]);
  },
  'model-tags': async ({ model, tags }, { models }, tools) => {
    models[model] = await updateModel(tools, { ...at(models, model), tags } as Parameters<typeof updateModel>[1]);
  },
  hardware: async ({ model, words }, placed, tools) => {
    const facts = HardwareFacts.parse({ modelId: at(placed.models, model).id, ...words });
    at(placed.hardware, model).push(await createEntry(tools, hardware, facts));
  },
  'rewrite-hardware': async ({ model, hardware: place, words }, placed, tools) => {
    const own = at(placed.hardware, model);
    own[place] = await updateEntry(tools, hardware, at(own, place), words);
  },
  release: async ({ model, hardware: place, state, tags }, placed, tools) => {
    const hardwareId = place === null ? null : at(at(placed.hardware, model), place).id;
    const version = `1.${placed.releases.length}`;
    const facts = ReleaseFacts.parse({ modelId: at(placed.models, model).id, hardwareId, version, state, tags });
    placed.releases.push(await createEntry(tools, releases, facts));
  },
  'release-state': (change, placed, tools) =>
    keep(placed, change, (release) => updateEntry(tools, releases, release, { state: change.state })),
  'release-tags': (change, placed, tools) =>
    keep(placed, change, (release) => updateEntry(tools, releases, release, { tags: change.tags })),
  'remove-release': (change, placed, tools) => keep(placed, change, (release) => removeEntry(tools, releases, release)),
  'restore-release': (change, placed, tools) =>
    keep(placed, change, (release) => restoreEntry(tools, releases, release)),
  units: async ({ release, units }, placed, tools) => {
    const before = placed.shipped.get(release);
    const facts = { releaseId: at(placed.releases, release).id, month: '2026-10', region: 'JP', units };
    const entry = before ? updateEntry(tools, shipments, before, { units }) : createEntry(tools, shipments, facts);
    placed.shipped.set(release, await entry);
  },
  parts: async ({ release, parts: written }, placed, tools) => {
    const file = comingDocument(aPackageDocument(written), 'parts.spdx.json');
    const releaseId = at(placed.releases, release).id;
    const { state, result } = await takeSbom(tools, { releaseId, file, origin: 'command' });
    if (state !== 'stored') throw new Error(`The document is ${state}: ${JSON.stringify(result?.problems)}`);
  },
  contain: async ({ release, module }, placed, tools) => {
    const [whole, part] = [at(placed.releases, release), at(placed.releases, module)];
    const entry = await createEntry(tools, parts, { releaseId: whole.id, partId: part.id, note: '' });
    placed.contained.set(`${release} ${module}`, entry);
  },
  'part-with': ({ release, module }, placed, tools) =>
    removeEntry(tools, parts, placed.contained.get(`${release} ${module}`) as AtRevision),
  evidence: async ({ release, evidence: { kind, text } }, placed, tools) => {
    const file = new File([text], 'evidence');
    const { id } = await attachEvidence(tools, { id: at(placed.releases, release).id, kind, file });
    placed.evidence.set(`${release} ${kind}`, id);
  },
  'remove-evidence': ({ release, evidence: kind }, placed, tools) =>
    removeEvidence(tools, { id: placed.evidence.get(`${release} ${kind}`) as string }),
};

async function keep(
  { releases: made }: Placed,
  { release }: { release: number },
  change: (release: AtRevision) => Promise<AtRevision>,
): Promise<void> {
  made[release] = await change(at(made, release));
}

/**
 * A house in which changes are made by its own use cases, and matching hears of them by its own reactions.
 * @param told  what the tools' emit tells, oldest first
 */
export function aMatchingHouse(tools: Tools, told: Told) {
  const placed: Placed = {
    ...{ lineId: null, models: [], hardware: [], releases: [] },
    ...{ contained: new Map(), shipped: new Map(), evidence: new Map() },
  };
  return {
    /** The ids of the releases, in the order in which they were made. */
    releaseIds: () => placed.releases.map(({ id }) => id),
    /** Does it; nobody hears of it before settle(). */
    make: async (change: Change): Promise<void> => {
      await (makers[change.kind] as Make<Change['kind']>)(change, placed, tools);
    },
    /** Lets matching hear what was told, in one order or another. @returns how many places changed it told of in turn */
    settle: async (order: (told: Told) => Told = (all) => all): Promise<void> => {
      while (told.length > 0)
        for (const { event, payload } of order(told.splice(0)))
          for (const reaction of reactions)
            if (reaction.kind === 'on' && reaction.event === event) await reaction.handle(tools, payload as never);
    },
  };
}

function at<T>(items: readonly T[], place: number): T {
  const item = items[place];
  if (item === undefined) throw new Error(`There is nothing at ${place}`);
  return item;
}
