import { mayIn, type Tools } from '#access';
import { Refusal } from '#platform/errors';
import type { Correction, ReleaseComponentPage } from './contract/release-components.ts';
import type { ReleaseRef } from './contract/sbom-shapes.ts';
import { describeHandPart } from './describe-hand-part.ts';
import { describeComponent, describeIdentity } from './list-release-components.ts';
import { waysDown } from './module-ways.ts';
import { getRelease } from './place-release.ts';
import { type ReleaseParts, readReleaseParts } from './read-release-parts.ts';
import { pathsTo } from './sbom/paths-to.ts';
import { type KeptComponent, listComponents } from './store/components.ts';
import { type CorrectionRow, listCorrectionsOf } from './store/corrections.ts';
import { countReleasesWith, listDirectParts } from './store/release-components.ts';

/**
 * A component of a release: where documents name it or people entered it, by which paths the release comes to it, which
 * modules bring it, what people have said of it.
 * @throws Refusal 'not-found' also when the release does not have it
 */
export async function getReleaseComponent(
  { db, viewer }: Pick<Tools, 'db' | 'viewer'>,
  { id, componentId }: { id: string; componentId: number },
): Promise<ReleaseComponentPage> {
  const placed = await getRelease(db, id);
  const { key, divisionId, ...release } = placed;
  const parts = await readReleaseParts(db, key);
  const component = (await listComponents(db, [componentId])).get(componentId);
  if (!component || !parts.saidById.has(componentId))
    throw new Refusal('not-found', `The release has no component ${componentId}.`, { what: 'component' });

  const found = findIn(parts, componentId);
  const corrections = await listCorrectionsOf(db, componentId, id);
  const mentioned = [...corrections.flatMap(({ fromId, toId }) => [fromId, toId]), ...found.flatMap(idsOnPaths)];
  const componentById = await listComponents(db, [...new Set([componentId, ...mentioned])]);
  const handPartId = parts.saidById.get(componentId)?.handPartId;
  const handPart = parts.handPartsByKey.get(key)?.find((part) => part.id === handPartId);
  const direct = await listDirectParts(db, [...parts.refByKey.keys()]);
  return {
    release,
    mayChange: mayIn(viewer, 'product:write', divisionId),
    component: describeComponent(component, placed, parts),
    found: found.map(({ key: foundKey, paths, ...place }) => ({
      ...place,
      through: waysDown(direct, key, foundKey).map((way) => way.flatMap((module) => parts.refByKey.get(module) ?? [])),
      paths: paths.map((path) => path.map((step) => describeStep(step, componentById))),
    })),
    handPart: handPart ? describeHandPart(handPart, component) : null,
    corrections: corrections.flatMap((row) => describeCorrection(row, componentById)),
    releases: await countReleasesWith(db, componentId),
  };
}

/** One step of a path: a part of a document, or one that was entered. */
type Step = { ref: string; componentId: number };
type FoundIn = Omit<ReleaseComponentPage['found'][number], 'paths' | 'through'> & { key: number; paths: Step[][] };

/** Each document that names it, of the release and of its modules, and each entry by hand there. */
function findIn(parts: ReleaseParts, componentId: number): FoundIn[] {
  return [...parts.refByKey].flatMap(([key, release]) => [
    ...inDocument(parts, { key, release, componentId }),
    ...enteredByHand(parts, { key, release, componentId }),
  ]);
}

type Asked = { key: number; release: ReleaseRef; componentId: number };

function inDocument({ contentsByKey, nameIn }: ReleaseParts, { key, release, componentId }: Asked): FoundIn[] {
  const contents = contentsByKey.get(key);
  if (!contents) return [];
  const { componentIds, refs } = contents;
  const names = [...new Set(componentIds)].filter((id) => nameIn(key, id) === componentId);
  const [name] = names;
  if (name === undefined) return [];
  const at = componentIds.indexOf(name);
  const [place = '', hashes = {}] = [contents.places[at], contents.hashes[at]];
  const step = (position: number) => ({ ref: refs[position] as string, componentId: componentIds[position] as number });
  const paths = names.flatMap((id) => pathsTo(contents, id)).map((path) => path.map(step));
  return [{ key, release, origin: 'document', place, hashes, paths }];
}

/** A part that was entered by hand stands directly in its release. */
function enteredByHand({ handPartsByKey, nameIn }: ReleaseParts, { key, release, componentId }: Asked): FoundIn[] {
  const entered = (handPartsByKey.get(key) ?? []).filter((part) => nameIn(key, part.componentId) === componentId);
  if (entered.length === 0) return [];
  const paths = entered.map((part) => [{ ref: part.id, componentId: part.componentId }]);
  return [{ key, release, origin: 'hand', place: '', hashes: {}, paths }];
}

const idsOnPaths = ({ paths }: FoundIn): number[] => paths.flat().map(({ componentId }) => componentId);

function describeStep(
  { ref, componentId }: Step,
  componentById: Map<number, KeptComponent>,
): ReleaseComponentPage['found'][number]['paths'][number][number] {
  const { name = '', version = null } = componentById.get(componentId) ?? {};
  return { ref, componentId, name, version };
}

function describeCorrection(row: CorrectionRow, componentById: Map<number, KeptComponent>): Correction[] {
  const [from, to] = [componentById.get(row.fromId), componentById.get(row.toId)];
  if (!from || !to) return [];
  const { id, releaseId, reason, madeAt, personName: by } = row;
  return [
    { id, from: describeIdentity(from), to: describeIdentity(to), releaseId, reason, madeAt: madeAt.toString(), by },
  ];
}
