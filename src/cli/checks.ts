import { type Command, Option } from 'commander';
import { runBenches } from './run-benches.ts';
import { runProofs } from './run-proofs.ts';
import { runTests } from './run-tests.ts';

/** The commands that check the project itself. */
export function addChecks(program: Command): void {
  program
    .command('test')
    .description('check everything: style, types, unused code, architecture, licences, behaviour, browser journeys')
    .argument('[paths...]', 'only the tests whose path contains one of these words')
    .addHelpText('after', '\nThe last line is "N passed, N failed, N skipped".\n\nExample:\n  ./mamori test inventory')
    .action(async (paths: string[]) => {
      process.exitCode = await runTests(paths);
    });

  program
    .command('prove')
    .description('run the long proofs and write their results to docs/proofs/')
    .argument('[names...]', 'only these proofs, e.g. kill')
    .addOption(new Option('--shard <part>', 'one part of several, e.g. 3/8'))
    .addOption(new Option('--seed <number>', 'the seed of the random choices; a run prints its own'))
    .addHelpText('after', '\nExample:\n  ./mamori prove kill')
    .action(async (names: string[], options: { shard?: string; seed?: string }) => {
      process.exitCode = await runProofs(names, options);
    });

  program
    .command('bench')
    .description('measure and print figures; never red. Writes docs/benchmarks.md when all were measured')
    .argument('[names...]', 'only these, e.g. products')
    .addHelpText('after', '\nExample:\n  ./mamori bench products')
    .action(async (names: string[]) => {
      process.exitCode = await runBenches(names);
    });
}
