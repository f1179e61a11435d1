import { findReader } from '../src/inventory/sbom/detect.ts';
import { type SbomItem, type SbomPart, sbomLimits } from '../src/inventory/sbom/parts.ts';

/** Bytes as a stream, in pieces of `size`. */
export async function* inPieces(bytes: Uint8Array, size = 65_536): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Reads a document by the reader that knows it, as the house does. */
export async function readSbom(content: string | Uint8Array, name = 'document', limits = sbomLimits): Promise<Sbom> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const reader = findReader(bytes.subarray(0, 65_536), name);
  if (!reader) throw new Error(`No reader knows ${name}`);
  return { reader: reader.id, ...sbomOf(await Array.fromAsync(reader.read(inPieces(bytes), limits))) };
}

export type Sbom = ReturnType<typeof sbomOf> & { reader: string };

function sbomOf(items: SbomItem[]) {
  return {
    head: items.flatMap((item) => (item.is === 'head' ? [item.head] : []))[0] ?? null,
    parts: items.flatMap((item) => (item.is === 'part' ? [item.part] : [])),
    edges: items.flatMap((item) => (item.is === 'edge' ? [item.edge] : [])),
    unmapped: items.flatMap((item) => (item.is === 'unmapped' ? [item.parts] : []))[0] ?? null,
    statements: items.flatMap((item) => (item.is === 'statement' ? [item.statement] : [])),
    problems: items.flatMap((item) => (item.is === 'problem' ? [item.problem] : [])),
    errors: items.flatMap((item) => (item.is === 'problem' && item.problem.level === 'error' ? [item.problem] : [])),
  };
}

/** What a document says, without where it says it: equal for equal documents in other forms. */
export function modelOf({ parts, edges, head }: Sbom) {
  const bare = ({ place: _place, ...part }: SbomPart) => part;
  const inOrder = <Kind>(list: Kind[]) => list.map((entry) => JSON.stringify(entry)).toSorted();
  return { head, parts: inOrder(parts.map(bare)), edges: inOrder(edges) };
}
