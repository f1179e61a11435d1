import { setImmediate } from 'node:timers/promises';

const chunkCharacters = 64 * 1024;

/** Pieces of text as UTF-8 in chunks; after each the event loop turns once, so that others are answered meanwhile. */
export async function* inChunks(pieces: Iterable<string>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < chunkCharacters) continue;
    // A pair of surrogates never stands across two pieces.
    yield encoder.encode(text);
    text = '';
    await setImmediate();
  }
  yield encoder.encode(text);
}
