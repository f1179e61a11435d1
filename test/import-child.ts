import { spawn } from 'node:child_process';
import path from 'node:path';

/** What an import did in a process of its own; bytes of peak resident memory, milliseconds. */
export type ImportedInChild = {
  state: string;
  problem: string | null;
  parts: number;
  acceptedMs: number;
  storedMs: number;
  peakBytes: number;
  /** The longest time in which nobody else would have been answered. */
  longestPauseMs: number;
  p99PauseMs: number;
};

/**
 * Imports a file in a process of its own, whose heap may have 400 MB.
 * @param url  of the database, as the server's role
 */
export async function importInChild(
  url: string,
  stateFolder: string,
  releaseId: string,
  file: string,
): Promise<ImportedInChild> {
  const script = path.join(import.meta.dirname, 'import-here.ts');
  const child = spawn(process.execPath, ['--max-old-space-size=400', script, url, stateFolder, releaseId, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const output = Buffer.concat(await Array.fromAsync(child.stdout as AsyncIterable<Uint8Array>)).toString();
  const exitCode = await ended;
  if (exitCode !== 0) throw new Error(`The import ended with ${exitCode}`);
  return JSON.parse(output) as ImportedInChild;
}
