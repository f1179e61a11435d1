import { execFileSync } from 'node:child_process';
import { globSync, mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import path from 'node:path';
import { answer, complain, progress } from './print.ts';
import { root } from './version.ts';

/** One measured figure. `limit` is what we promise; a figure over it is printed as such, and nothing fails. */
export type Figure = { what: string; value: number; unit: string; limit?: number };

/** What a file test/bench/<name>.bench.ts exports. */
export type Bench = { title: string; measure: () => Promise<Figure[]> };

/**
 * Measures, prints figure, limit, command and load; after a run of all, writes docs/benchmarks.md.
 * @returns 0, or 2 when a name is unknown
 */
export async function runBenches(names: string[]): Promise<number> {
  const known = globSync('test/bench/*.bench.ts', { cwd: root })
    .map((file) => path.basename(file, '.bench.ts'))
    .sort();
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    complain(`There is no bench ${unknown.join(', ')}.`, `There are: ${known.join(', ')}.`);
    return 2;
  }
  const sections: string[] = [];
  for (const name of names.length > 0 ? names : known) {
    progress(`Measuring ${name}`);
    const { bench } = (await import(path.join(root, `test/bench/${name}.bench.ts`))) as { bench: Bench };
    const figures = await bench.measure();
    const lines = figures.map((figure) => `| ${figure.what} | ${figure.value} ${figure.unit} | ${limitOf(figure)} |`);
    sections.push(
      [
        `## ${bench.title}`,
        '',
        `\`./mamori bench ${name}\`, load ${load()}`,
        '',
        '| what | figure | limit |',
        '| --- | --- | --- |',
        ...lines,
      ].join('\n'),
    );
    answer(sections.at(-1) ?? '');
  }
  if (names.length === 0) {
    mkdirSync(path.join(root, 'docs'), { recursive: true });
    writeFileSync(path.join(root, 'docs/benchmarks.md'), `${heading()}\n\n${sections.join('\n\n')}\n`);
  }
  return 0;
}

const limitOf = ({ value, unit, limit }: Figure) =>
  limit === undefined ? '–' : `${limit} ${unit}${value > limit ? ' (over)' : ''}`;
const load = () => loadavg()[0]?.toFixed(2);

function heading(): string {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
  const machine = `${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
  return `# Benchmarks\n\nMade by \`./mamori bench\` at ${commit} on ${new Date().toISOString().slice(0, 10)}: ${machine}. Figures, not promises; a limit is what the product promises.`;
}
