import { checkItems, refusedSbom, type SbomCheck } from './check.ts';
import { findReader, headBytes } from './detect.ts';
import { type SbomLimits, sbomLimits } from './parts.ts';

/** A document that is not packed any more and can be read more than once. */
export type SbomSource = { name: string; sizeBytes: number | null; read: () => AsyncIterable<Uint8Array> };

/** Reads a document to its end and judges it; nothing is kept. A document that is too large is refused before it is read. */
export async function checkSbom(source: SbomSource, limits: SbomLimits = sbomLimits): Promise<SbomCheck> {
  const limit = limits.unpackedBytes;
  if (source.sizeBytes !== null && source.sizeBytes > limit) {
    return refusedSbom(source.name, {
      rule: 'too-large',
      message: `${source.sizeBytes} bytes, at most ${limit} are read`,
    });
  }
  const reader = findReader(await firstBytes(source), source.name);
  if (!reader) return refusedSbom(source.name, { rule: 'unknown-format', message: 'This is no format that we know' });
  return checkItems(source.name, reader.read(source.read(), limits));
}

async function firstBytes(source: SbomSource): Promise<Uint8Array> {
  const head = new Uint8Array(headBytes);
  let length = 0;
  for await (const chunk of source.read()) {
    const part = chunk.subarray(0, headBytes - length);
    head.set(part, length);
    length += part.length;
    if (length === headBytes) break;
  }
  return head.subarray(0, length);
}
