import { createReadStream } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { type ByteSource, headOf, PackingFault, unpack } from '#formats/packing';
import { refusedSbom, type SbomCheck } from './check.ts';
import { findReader, headBytes } from './detect.ts';
import { fromMappedPartsList } from './from-parts-list.ts';
import { type SbomItem, sbomLimits } from './parts.ts';
import type { PartsMapping } from './parts-mapping.ts';

/** A file that was kept, by what it was called; `mapping` of a list whose columns a person has explained. */
export type KeptDocument = { path: string; fileName: string; sizeBytes: number; mapping: PartsMapping | null };

/** Its items, as often as they are asked for; `sizeBytes` unpacked. */
export type DocumentHere = { sizeBytes: number; read: () => AsyncIterable<SbomItem> };

// Small pieces: a reader works through one without a pause.
const pieceBytes = 128 * 1024;
const itemsPerTurn = 250;

/** Opens a kept file: what is packed is unpacked, and the format is known. The refusal, when it cannot be read. */
export async function openHere({
  path,
  fileName: name,
  sizeBytes,
  mapping,
}: KeptDocument): Promise<DocumentHere | { refused: SbomCheck }> {
  const kept: ByteSource = { name, sizeBytes, read: () => createReadStream(path, { highWaterMark: pieceBytes }) };
  try {
    const source = await unpack(kept, sbomLimits.unpackedBytes);
    const unpackedBytes = source.sizeBytes ?? sbomLimits.unpackedBytes;
    if (unpackedBytes > sbomLimits.unpackedBytes) return { refused: refusedSbom(name, tooLarge(unpackedBytes)) };
    const reader = findReader(await headOf(source, headBytes), source.name);
    if (!reader && !mapping) return { refused: refusedSbom(name, unknownFormat) };
    const items = () =>
      mapping ? fromMappedPartsList(source.read(), sbomLimits, mapping) : reader?.read(source.read(), sbomLimits);
    return { sizeBytes: unpackedBytes, read: () => inTurns(items() ?? []) };
  } catch (fault) {
    if (!(fault instanceof PackingFault)) throw fault;
    return { refused: refusedSbom(name, { rule: fault.rule, message: fault.message }) };
  }
}

async function* inTurns(items: AsyncIterable<SbomItem> | Iterable<SbomItem>): AsyncGenerator<SbomItem> {
  let count = 0;
  for await (const item of items) {
    yield item;
    if (++count % itemsPerTurn === 0) await setImmediate();
  }
}

const unknownFormat = { rule: 'unknown-format' as const, message: 'This is no format that we know' };
const tooLarge = (sizeBytes: number) => ({
  rule: 'too-large' as const,
  message: `${sizeBytes} bytes, at most ${sbomLimits.unpackedBytes} are read`,
});
