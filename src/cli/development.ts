import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Command } from 'commander';
import { migrate } from '#platform/migrate';
import { startPostgres } from '#platform/postgres';
import { answer, progress } from './print.ts';
import { runPackage } from './run.ts';
import { root } from './version.ts';
import { buildShipped } from './web-build.ts';

const mapping = { timestamptz: 'Temporal.Instant', date: 'Temporal.PlainDate', int8: 'number', citext: 'string' };

/** What makes the types of the tables, below node_modules. */
export const generator = 'kysely-codegen/dist/cli/bin.js';

/** Its arguments for a database that has just been migrated; with "--verify" it only compares. */
export const generatorArguments = (url: string): string[] => [
  '--dialect=postgres',
  `--url=${url}`,
  '--out-file=src/platform/tables.ts',
  `--type-mapping=${JSON.stringify(mapping)}`,
  '--exclude-pattern={jobs.*,public.migration}',
];

/** The commands for those who change Mamori. */
export function addDevelopment(program: Command): void {
  program
    .command('build')
    .description('build the pages beside the sources, for an image or a package; otherwise the first start builds them')
    .addHelpText('after', '\nExample:\n  ./mamori build')
    .action(async () => answer(await buildShipped(progress)));

  program
    .command('tables')
    .description('write src/platform/tables.ts from the migrations')
    .option('--verify', 'only say whether it is current (exit code 1 when not)')
    .addHelpText('after', '\nExample:\n  ./mamori tables')
    .action(async ({ verify }: { verify?: boolean }) => {
      process.exitCode = await writeTables(verify ? ['--verify'] : []);
    });

  program
    .command('screenshots')
    .description('take pictures of every page and state of the demonstration, in both languages, wide and phone')
    .option('--out <folder>', 'where they go', path.join(root, 'dist/screenshots'))
    .option('--only <part>', 'those alone whose name contains this, e.g. products')
    .option('--docs', 'take those of docs/guides/pictures anew instead')
    .addHelpText('after', '\nExample:\n  ./mamori screenshots --only today_ja\n  ./mamori screenshots --docs')
    .action(takePictures);
}

type Screens = typeof import('../../test/journey/screens.ts');
type ScreenOptions = { out: string; only?: string; docs?: boolean };

/** The pictures are taken by what drives a browser in the tests, so it is only there in a clone. */
async function takePictures({ out, only, docs }: ScreenOptions): Promise<void> {
  const { takeGuidePictures, takeScreens } = (await import(path.join(root, 'test/journey/screens.ts'))) as Screens;
  const folder = docs ? path.join(root, 'docs/guides/pictures') : path.resolve(out);
  const count = docs ? await takeGuidePictures(folder) : await takeScreens({ folder, only, say: progress });
  answer(`${count} pictures in ${folder}`);
}

/** Generates the types of the tables from a database that has just been migrated. */
async function writeTables(more: string[]): Promise<number> {
  const stateFolder = mkdtempSync(path.join(tmpdir(), 'mamori-tables-'));
  try {
    const postgres = await startPostgres({ stateFolder, kind: 'embedded', settings: ['fsync=off'], progress });
    try {
      await migrate(postgres.url);
      return await runPackage(generator, [...generatorArguments(postgres.url), ...more]);
    } finally {
      await postgres.stop();
    }
  } finally {
    rmSync(stateFolder, { recursive: true, force: true });
  }
}
