import { createReadStream } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { type ByteSource, headOf, PackingFault, unpack } from '#formats/packing';
import { checkItems, refusedSbom, type SbomCheck } from './check.ts';
import { findReader, headBytes } from './detect.ts';
import { fromMappedPartsList } from './from-parts-list.ts';
import { type SbomItem, sbomLimits } from './parts.ts';
import type { PartsMapping } from './parts-mapping.ts';

/** A file that can be read again and again; its reader lets others have their turn. */
export type OpenDocument = { name: string; read: () => AsyncIterable<SbomItem> };

// Small pieces: a reader works through one without a pause.
const pieceBytes = 128 * 1024;
const itemsPerTurn = 250;

/** Opens a kept file: what is packed is unpacked, and the format is known. The refusal, when it cannot be read. */
export async function openDocument(
  path: string,
  { fileName: name, sizeBytes }: { fileName: string; sizeBytes: number },
  mapping: PartsMapping | null,
): Promise<OpenDocument | { refused: SbomCheck }> {
  const kept: ByteSource = { name, sizeBytes, read: () => createReadStream(path, { highWaterMark: pieceBytes }) };
  try {
    const source = await unpack(kept, sbomLimits.unpackedBytes);
    if (source.sizeBytes !== null && source.sizeBytes > sbomLimits.unpackedBytes)
      return { refused: refusedSbom(name, tooLarge(source.sizeBytes)) };
    if (mapping) return { name, read: () => inTurns(fromMappedPartsList(source.read(), sbomLimits, mapping)) };
    const reader = findReader(await headOf(source, headBytes), source.name);
    if (!reader) return { refused: refusedSbom(name, unknownFormat) };
    return { name, read: () => inTurns(reader.read(source.read(), sbomLimits)) };
  } catch (fault) {
    if (!(fault instanceof PackingFault)) throw fault;
    return { refused: refusedSbom(name, { rule: fault.rule, message: fault.message }) };
  }
}

/** The result of reading a document to its end. @param onPart  told how many parts have been read */
export function checkDocument({ name, read }: OpenDocument, onPart: (parts: number) => Promise<void>) {
  return checkItems(name, counted(read(), onPart));
}

/** The same items, telling how many parts have passed. */
export async function* counted(
  items: AsyncIterable<SbomItem>,
  onPart: (parts: number) => Promise<void>,
): AsyncGenerator<SbomItem> {
  let parts = 0;
  for await (const item of items) {
    if (item.is === 'part') await onPart(++parts);
    yield item;
  }
}

async function* inTurns(items: AsyncIterable<SbomItem>): AsyncGenerator<SbomItem> {
  let count = 0;
  for await (const item of items) {
    yield item;
    if (++count % itemsPerTurn === 0) await setImmediate();
  }
}

const unknownFormat = { rule: 'unknown-format' as const, message: 'This is no format that we know' } as const;
const tooLarge = (sizeBytes: number) => ({
  rule: 'too-large' as const,
  message: `${sizeBytes} bytes, at most ${sbomLimits.unpackedBytes} are read`,
});
