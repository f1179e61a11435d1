import { execFileSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import path from 'node:path';
import { answer, complain, progress } from './print.ts';
import { runPackage } from './run.ts';
import { root } from './version.ts';

/**
 * Runs test/prove/<name>.prove.ts one after the other and writes docs/proofs/<name>.json: commit, seed, machine, counts, duration.
 * @returns 0 when all hold, 1 when one does not, 2 when a name is unknown
 */
export async function runProofs(names: string[], options: { shard?: string; seed?: string }): Promise<number> {
  const known = globSync('test/prove/*.prove.ts', { cwd: root })
    .map((file) => path.basename(file, '.prove.ts'))
    .sort();
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    complain(`There is no proof ${unknown.join(', ')}.`, `There are: ${known.join(', ')}.`);
    return 2;
  }
  const seed = options.seed ?? String(randomInt(2 ** 31));
  const failed: string[] = [];
  for (const name of names.length > 0 ? names : known) {
    progress(`Proving ${name} (seed ${seed})`);
    if (!(await prove(name, seed, options.shard))) failed.push(name);
  }
  answer(failed.length === 0 ? 'All proofs hold.' : `Do not hold: ${failed.join(', ')}`);
  return failed.length === 0 ? 0 : 1;
}

type Report = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  success: boolean;
  testResults: { assertionResults: { title: string; status: string; meta?: object }[] }[];
};

async function prove(name: string, seed: string, shard: string | undefined): Promise<boolean> {
  const folder = mkdtempSync(path.join(tmpdir(), 'mamori-prove-'));
  const file = path.join(folder, 'report.json');
  const figures = path.join(folder, 'figures.json');
  const started = performance.now();
  try {
    const code = await runPackage(
      'vitest/vitest.mjs',
      [
        'run',
        '--config',
        'vitest.prove.config.ts',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${file}`,
        `test/prove/${name}.prove.ts`,
      ],
      { MAMORI_SEED: seed, MAMORI_FIGURES: figures, ...(shard ? { MAMORI_SHARD: shard } : {}) },
    );
    const report = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : null;
    const holds = code === 0 && report?.success === true && report.numPassedTests > 0;
    mkdirSync(path.join(root, 'docs/proofs'), { recursive: true });
    const result = {
      proof: name,
      holds,
      commit: commit(),
      seed: Number(seed),
      ...(shard ? { shard } : {}),
      at: new Date().toISOString(),
      durationSeconds: Math.round((performance.now() - started) / 1000),
      machine: {
        cpu: cpus()[0]?.model ?? 'unknown',
        cores: cpus().length,
        memoryGb: Math.round(totalmem() / 2 ** 30),
        node: process.version,
        load: loadavg()[0],
      },
      counts: {
        passed: report?.numPassedTests ?? 0,
        failed: report?.numFailedTests ?? 0,
        skipped: report?.numPendingTests ?? 0,
      },
      tests:
        report?.testResults.flatMap(({ assertionResults }) =>
          assertionResults.map(({ title, status }) => ({ title, status })),
        ) ?? [],
      figures: existsSync(figures) ? (JSON.parse(readFileSync(figures, 'utf8')) as unknown) : {},
    };
    writeFileSync(
      path.join(root, `docs/proofs/${name}${shard ? `-${shard.replace('/', 'of')}` : ''}.json`),
      `${JSON.stringify(result, null, 2)}\n`,
    );
    return holds;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function commit(): string {
  try {
    const head = execFileSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
    const dirty =
      execFileSync('git', ['status', '--porcelain', '--', 'src', 'test', 'migrations'], {
        cwd: root,
        encoding: 'utf8',
      }).trim() !== '';
    return dirty ? `${head} with changes` : head;
  } catch {
    return 'unknown';
  }
}
