import type { SbomEdge, SbomHead, SbomItem, SbomPart } from './parts.ts';

/**
 * What stands in one bill of materials, by column: the n-th entries of the columns are the n-th part.
 * Names, versions and identities are those of the components; edges name parts by their position.
 */
export type SbomContents = {
  head: SbomHead;
  refs: string[];
  componentIds: number[];
  purposes: SbomPart['purpose'][];
  kinds: SbomPart['kind'][];
  licences: string[][];
  hashes: Record<string, string>[];
  places: string[];
  edges: { from: number[]; to: number[]; kinds: SbomEdge['kind'][] };
};

/** What a part is known by, as the house keeps it. */
export type NamedComponent = {
  name: string;
  version: string | null;
  purl: string | null;
  cpes: string[];
  supplier: string | null;
  distribution: string | null;
};

/**
 * The document again as items, in the order in which it named its parts; for exports.
 * @param componentById  every component of `contents.componentIds`
 */
export function* itemsOf(
  contents: SbomContents,
  componentById: Pick<ReadonlyMap<number, NamedComponent>, 'get'>,
): Generator<SbomItem> {
  const { head, refs, componentIds, edges } = contents;
  yield { is: 'head', head };
  for (const at of refs.keys()) {
    const component = componentById.get(componentIds[at] as number);
    if (component) yield { is: 'part', part: partOf(contents, at, component) };
  }
  for (const [at, from] of edges.from.entries()) {
    const kind = edges.kinds[at] as SbomEdge['kind'];
    yield { is: 'edge', edge: { from: refs[from] as string, to: refs[edges.to[at] as number] as string, kind } };
  }
}

function partOf(contents: SbomContents, at: number, component: NamedComponent): SbomPart {
  const { name, version, purl, cpes, supplier } = component;
  return {
    ref: contents.refs[at] as string,
    name,
    version,
    purl,
    cpes,
    supplier,
    licences: contents.licences[at] as string[],
    hashes: contents.hashes[at] as Record<string, string>,
    kind: contents.kinds[at] as SbomPart['kind'],
    purpose: contents.purposes[at] as SbomPart['purpose'],
    place: contents.places[at] as string,
  };
}
