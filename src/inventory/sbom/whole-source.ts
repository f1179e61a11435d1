import { problem } from './part-graph.ts';
import type { SbomProblem } from './parts.ts';

/** A source that has to be read as a whole: its bytes, or why there are too many of them. */
export async function wholeSource(
  source: AsyncIterable<Uint8Array>,
  limitBytes: number,
): Promise<{ bytes: Uint8Array } | { problem: SbomProblem }> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source) {
    size += chunk.length;
    if (size > limitBytes) {
      return {
        problem: problem('error', 'file', 'file-too-large', `At most ${limitBytes} bytes of this format are read`),
      };
    }
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return { bytes };
}

/** The same as UTF-8 text. */
export async function wholeText(
  source: AsyncIterable<Uint8Array>,
  limitBytes: number,
): Promise<{ text: string } | { problem: SbomProblem }> {
  const read = await wholeSource(source, limitBytes);
  if ('problem' in read) return read;
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(read.bytes) };
  } catch {
    return { problem: problem('error', 'file', 'invalid-encoding', 'The text is not UTF-8') };
  }
}
