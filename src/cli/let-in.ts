import type { Command } from 'commander';
import { Refusal } from '#platform/errors';
import { answer, answerJson, complain } from './print.ts';
import type { StateOptions } from './with-state.ts';

/** The way back for somebody who has lost every way to sign in, when no administrator can help. */
export function addLetIn(program: Command): void {
  program
    .command('let-in')
    .description('print a one-time link that gives somebody new ways to sign in, and ends the old ones')
    .argument('<mail>', 'the email address of the account')
    .option('--data <folder>', 'the state (default: by the platform)')
    .option('--json', 'as data')
    .addHelpText(
      'after',
      '\nFor the day when no administrator can sign in; works beside the running server, and is audited.\nExit codes: 0 done, 1 nobody has this address\n\nExample:\n  ./mamori let-in sato@example.jp',
    )
    .action(async (mail: string, options: StateOptions & { json?: boolean }) => {
      const { letBackIn } = await import('#access');
      const { withState } = await import('./with-state.ts');
      try {
        const link = await withState(options, 'let-in', ({ tools }) => letBackIn(tools, mail));
        if (options.json) answerJson(link);
        else answer(`Works once, until ${link.expiresAt}:\n  ${link.link}`);
      } catch (problem) {
        if (!(problem instanceof Refusal) || problem.code !== 'not-found') throw problem;
        complain(problem.message, 'Check the spelling, or enable the account under 設定 › 利用者と役割.');
        process.exitCode = 1;
      }
    });
}
