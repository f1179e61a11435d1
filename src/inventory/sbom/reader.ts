import type { SbomItem, SbomLimits } from './parts.ts';

/**
 * One format that is read. A list of these is asked in its order (readers.ts); the first that knows the document reads it.
 * A reader tells what is wrong as a 'problem' item; the last item may be the head.
 */
export type SbomReader = {
  /** Stable, e.g. "cyclonedx-json". */
  id: string;
  /** Judges by the first 64 KiB and the name of the file. */
  detects: (head: Uint8Array, name: string) => boolean;
  read: (source: AsyncIterable<Uint8Array>, limits: SbomLimits) => AsyncIterable<SbomItem>;
};

/** The first bytes as text, for looking at; what is cut or no UTF-8 does no harm. */
export const textOfHead = (head: Uint8Array): string =>
  new TextDecoder()
    .decode(head)
    .replace(/^\ufeff/, '')
    .trimStart();
