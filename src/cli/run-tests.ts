import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { answer, progress } from './print.ts';
import { runPackage } from './run.ts';
import { root } from './version.ts';

type Counts = { passed: number; failed: number; skipped: number };

const checks = [
  { name: 'style', script: '@biomejs/biome/bin/biome', args: ['check', '--error-on-warnings', '.'] },
  { name: 'types', script: 'typescript/bin/tsc', args: [] },
  { name: 'unused code', script: 'knip/bin/knip.js', args: [] },
];

/**
 * All checks, the cheap ones first so that a red shows early; a red one does not hide the rest.
 * @returns 0 when nothing failed
 */
export async function runTests(paths: string[]): Promise<number> {
  const total: Counts = { passed: 0, failed: 0, skipped: 0 };
  if (paths.length === 0)
    for (const { name, script, args } of checks) {
      progress(`Checking ${name}`);
      const fine = (await runPackage(script, args)) === 0;
      total[fine ? 'passed' : 'failed'] += 1;
    }
  if (!existsSync(path.join(root, '../shared')))
    answer('Tests of third-party documents are skipped: there is no ../shared beside this clone.');

  progress('Running the tests');
  const counts = await runVitest(paths);
  for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += counts[key];
  answer(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  return total.failed === 0 ? 0 : 1;
}

type Report = {
  numPassedTests: number;
  numFailedTests: number;
  numFailedTestSuites: number;
  numPendingTests: number;
  numTodoTests: number;
  success: boolean;
};

async function runVitest(paths: string[]): Promise<Counts> {
  const folder = mkdtempSync(path.join(tmpdir(), 'mamori-report-'));
  const file = path.join(folder, 'report.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const code = await runPackage('vitest/vitest.mjs', ['run', ...reporters, ...paths]);
    if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
    const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
    // A file that cannot even be loaded, or an error outside every test, fails no test but must count.
    const unnamed = report.numFailedTests === 0 && (code !== 0 || !report.success) ? 1 : 0;
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + unnamed,
      skipped: report.numPendingTests + report.numTodoTests,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
