import { mayIn, type Tools } from '#access';
import { Refusal } from '#platform/errors';
import type { Correction, ReleaseComponentPage } from './contract/release-components.ts';
import { describeHandPart } from './describe-hand-part.ts';
import { describeComponent, describeIdentity } from './list-release-components.ts';
import { waysDown } from './module-ways.ts';
import { getRelease } from './place-release.ts';
import { type ReleaseParts, readReleaseParts } from './read-release-parts.ts';
import type { SbomContents } from './sbom/contents.ts';
import { pathsTo } from './sbom/paths-to.ts';
import { type KeptComponent, listComponents } from './store/components.ts';
import { type CorrectionRow, listCorrectionsOf } from './store/corrections.ts';
import { listHandParts } from './store/hand-parts.ts';
import { countReleasesWith, listDirectParts } from './store/release-components.ts';

/**
 * A component of a release: where documents name it, by which paths they come to it, which modules bring it, what people
 * have said of it.
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
  const handPart = (await listHandParts(db, [id])).find((part) => part.id === handPartId);
  const direct = await listDirectParts(db, [...parts.refByKey.keys()]);
  return {
    release,
    mayChange: mayIn(viewer, 'product:write', divisionId),
    component: describeComponent(component, placed, parts),
    found: found.map(({ key: foundKey, contents, paths, ...place }) => ({
      ...place,
      through: waysDown(direct, key, foundKey).map((way) => way.flatMap((module) => parts.refByKey.get(module) ?? [])),
      paths: paths.map((path) => path.map((at) => describeStep(contents, at, componentById))),
    })),
    handPart: handPart ? describeHandPart(handPart, component) : null,
    corrections: corrections.flatMap((row) => describeCorrection(row, componentById)),
    releases: await countReleasesWith(db, componentId),
  };
}

type FoundIn = Omit<ReleaseComponentPage['found'][number], 'paths' | 'through'> & {
  key: number;
  contents: SbomContents;
  paths: number[][];
};

/** Each document that names it, of the release and of its modules. */
function findIn({ contentsByKey, refByKey, nameIn }: ReleaseParts, componentId: number): FoundIn[] {
  return [...contentsByKey].flatMap(([key, contents]) => {
    const names = [...new Set(contents.componentIds)].filter((id) => nameIn(key, id) === componentId);
    const release = refByKey.get(key);
    const [name] = names;
    if (name === undefined || !release) return [];
    const at = contents.componentIds.indexOf(name);
    const [place = '', hashes = {}] = [contents.places[at], contents.hashes[at]];
    return [{ key, release, place, hashes, contents, paths: names.flatMap((id) => pathsTo(contents, id)) }];
  });
}

const idsOnPaths = ({ contents, paths }: FoundIn): number[] =>
  paths.flat().map((at) => contents.componentIds[at] as number);

function describeStep(
  { refs, componentIds }: SbomContents,
  at: number,
  componentById: Map<number, KeptComponent>,
): ReleaseComponentPage['found'][number]['paths'][number][number] {
  const componentId = componentIds[at] as number;
  const { name = '', version = null } = componentById.get(componentId) ?? {};
  return { ref: refs[at] as string, componentId, name, version };
}

function describeCorrection(row: CorrectionRow, componentById: Map<number, KeptComponent>): Correction[] {
  const [from, to] = [componentById.get(row.fromId), componentById.get(row.toId)];
  if (!from || !to) return [];
  const { id, releaseId, reason, madeAt, personName: by } = row;
  return [
    { id, from: describeIdentity(from), to: describeIdentity(to), releaseId, reason, madeAt: madeAt.toString(), by },
  ];
}
