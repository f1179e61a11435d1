import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Command } from 'commander';
import { migrate } from '#platform/migrate';
import { startPostgres } from '#platform/postgres';
import { answer, progress } from './print.ts';
import { runPackage } from './run.ts';
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
