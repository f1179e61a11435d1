import { once } from 'node:events';
import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib';
import type { SbomContents } from './contents.ts';
import type { SbomEdge, SbomHead, SbomPart } from './parts.ts';
import { storableText } from './storable.ts';

// A block is read or written within a few milliseconds, so that others are answered in between.
const partsOfBlock = 1_000;
const edgesOfBlock = 10_000;

type Parts = Omit<SbomContents, 'head' | 'edges' | 'licences'> & { licences: number[][] };
type Edges = { from: number[]; to: number[]; contains: number[] };
type Block = { parts: Parts } | { edges: Edges } | { end: { head: SbomHead; licences: string[] } };

/** Packs a bill of materials while it is read: only refs and edges are held, all else is compressed at once. */
export class ContentsWriter {
  readonly #zstd = createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: 6 } });
  readonly #packed: Buffer[] = [];
  readonly #numberByRef = new Map<string, number>();
  /** Number of a ref → position of its part, or -1. */
  readonly #positions: number[] = [];
  readonly #licences = new Map<string, number>();
  /** Number of a ref → the component that it lists, or 0. */
  readonly #listed: number[] = [];
  readonly #edges: Edges = { from: [], to: [], contains: [] };
  #block = emptyParts();
  #parts = 0;

  constructor() {
    this.#zstd.on('data', (chunk: Buffer) => this.#packed.push(chunk));
  }

  /** `isListed`: it is shipped, and no bare file. Of two parts with one ref the first stays. */
  async addPart(part: SbomPart, componentId: number, isListed: boolean): Promise<void> {
    const number = this.#numberOf(part.ref);
    if (this.#positions[number] !== -1) return;
    this.#positions[number] = this.#parts++;
    if (isListed) this.#listed[number] = componentId;
    const block = this.#block;
    block.refs.push(storableText(part.ref));
    block.componentIds.push(componentId);
    block.purposes.push(part.purpose);
    block.kinds.push(part.kind);
    block.licences.push(part.licences.map((licence) => this.#licenceOf(licence)));
    block.hashes.push(part.hashes);
    block.places.push(part.place);
    if (block.refs.length >= partsOfBlock) await this.#flush();
  }

  addEdge({ from, to, kind }: SbomEdge): void {
    this.#edges.from.push(this.#numberOf(from));
    this.#edges.to.push(this.#numberOf(to));
    this.#edges.contains.push(kind === 'contains' ? 1 : 0);
  }

  /** Ends the packing. @returns the bytes, and what is shipped: without the thing that the document describes */
  async finish(head: SbomHead): Promise<{ bytes: Buffer; shipped: number[] }> {
    await this.#flush();
    for (let at = 0; at < this.#edges.from.length; at += edgesOfBlock) {
      await this.#write({ edges: this.#edgesAt(at) });
      await setImmediate();
    }
    const subject = head.subject === null ? null : storableText(head.subject);
    await this.#write({ end: { head: { ...head, subject }, licences: [...this.#licences.keys()] } });
    this.#zstd.end();
    await once(this.#zstd, 'end');
    if (head.subject !== null) this.#listed[this.#numberOf(head.subject)] = 0;
    const shipped = new Set(this.#listed.filter((id) => id > 0));
    return { bytes: Buffer.concat(this.#packed), shipped: [...shipped].sort((a, b) => a - b) };
  }

  /** Edges to what is no part are left out; the result of the check has named them. */
  #edgesAt(start: number): Edges {
    const edges: Edges = { from: [], to: [], contains: [] };
    for (let at = start; at < Math.min(start + edgesOfBlock, this.#edges.from.length); at++) {
      const from = this.#positions[this.#edges.from[at] as number] as number;
      const to = this.#positions[this.#edges.to[at] as number] as number;
      if (from < 0 || to < 0) continue;
      edges.from.push(from);
      edges.to.push(to);
      edges.contains.push(this.#edges.contains[at] as number);
    }
    return edges;
  }

  async #flush(): Promise<void> {
    if (this.#block.refs.length === 0) return;
    const parts = this.#block;
    this.#block = emptyParts();
    await this.#write({ parts });
    await setImmediate();
  }

  async #write(block: Block): Promise<void> {
    if (!this.#zstd.write(`${JSON.stringify(block)}\n`)) await once(this.#zstd, 'drain');
  }

  #numberOf(ref: string): number {
    const known = this.#numberByRef.get(ref);
    if (known !== undefined) return known;
    const number = this.#positions.push(-1) - 1;
    this.#listed.push(0);
    this.#numberByRef.set(ref, number);
    return number;
  }

  #licenceOf(licence: string): number {
    const known = this.#licences.get(licence);
    if (known !== undefined) return known;
    this.#licences.set(licence, this.#licences.size);
    return this.#licences.size - 1;
  }
}

const emptyParts = (): Parts => ({
  refs: [],
  componentIds: [],
  purposes: [],
  kinds: [],
  licences: [],
  hashes: [],
  places: [],
});

/** The contents that a ContentsWriter has packed. Read in pieces: others are answered meanwhile. */
export async function unpackContents(bytes: Uint8Array): Promise<SbomContents> {
  const parts = { ...emptyParts(), edges: { from: [], to: [], kinds: [] } as SbomContents['edges'] };
  let head: SbomHead | null = null;
  let licences: string[] = [];
  for await (const block of blocksOf(bytes)) {
    if ('parts' in block) append(parts, block.parts);
    else if ('edges' in block) {
      const { from, to, contains } = block.edges;
      append(parts.edges, { from, to, kinds: contains.map((is) => (is === 1 ? 'contains' : 'depends-on')) });
    } else ({ head, licences } = block.end);
    await setImmediate();
  }
  if (!head) throw new Error('The contents of a bill of materials end too early');
  return { ...parts, head, licences: parts.licences.map((list) => list.map((number) => licences[number] as string)) };
}

function append<T extends Record<string, unknown[]>>(to: { [K in keyof T]: unknown[] }, from: T): void {
  for (const [column, values] of Object.entries(from)) for (const value of values) to[column]?.push(value);
}

async function* blocksOf(bytes: Uint8Array): AsyncGenerator<Block> {
  const pieces: Buffer[] = [];
  for await (const chunk of Readable.from([bytes]).pipe(createZstdDecompress())) {
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      pieces.push(chunk.subarray(start, end));
      yield JSON.parse(Buffer.concat(pieces).toString());
      pieces.length = 0;
      start = end + 1;
    }
    pieces.push(chunk.subarray(start));
  }
}
