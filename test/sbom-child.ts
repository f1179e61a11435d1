import { spawn } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

/** What `sbom check` did in a process of its own. */
export type ChildCheck = { exitCode: number; output: string; peakBytes: number; ms: number };

/** The child writes its peak resident memory (VmHWM) as it ends; elsewhere than on Linux what the runtime saw. */
const report = `data:text/javascript,${encodeURIComponent(`
import { readFileSync, writeSync } from 'node:fs';
process.on('exit', () => {
  let peak = process.resourceUsage().maxRSS;
  try { peak = Number(/VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]); } catch {}
  writeSync(3, String(peak * 1024));
});`)}`;

/** Runs `mamori sbom check` with these words; its heap may have 400 MB. */
export async function checkInChild(...words: string[]): Promise<ChildCheck> {
  const started = performance.now();
  const child = spawn(
    process.execPath,
    ['--max-old-space-size=400', '--import', report, path.join(root, 'src/cli/main.ts'), 'sbom', 'check', ...words],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
    },
  );
  const textOf = async (stream: AsyncIterable<Uint8Array>) => Buffer.concat(await Array.fromAsync(stream)).toString();
  const [output, peak, exitCode] = await Promise.all([
    textOf(child.stdout as unknown as AsyncIterable<Uint8Array>),
    textOf(child.stdio[3] as unknown as AsyncIterable<Uint8Array>),
    new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? 1))),
  ]);
  return { exitCode, output, peakBytes: Number(peak), ms: performance.now() - started };
}
