import type { Command } from 'commander';
import { defaultStateFolder, findOwner } from '#platform/state';
import { answer, answerJson, complain } from './print.ts';

/** Asks the server that runs on a state whether it is ready. */
export function addHealth(program: Command): void {
  program
    .command('health')
    .description('say whether the server on this state is ready')
    .option('--data <folder>', 'the state (default: by the platform)')
    .option('--json', 'as data')
    .addHelpText('after', '\nExit codes: 0 ready, 1 not ready, 69 nothing runs\n\nExample:\n  ./mamori health --json')
    .action(async (options: { data?: string; json?: boolean }) => {
      const owner = findOwner(options.data ?? defaultStateFolder());
      const ready = owner?.url ? await isReady(owner.url) : false;
      process.exitCode = ready ? 0 : owner ? 1 : 69;
      if (options.json)
        answerJson({ ready, pid: owner?.pid ?? null, url: owner?.url ?? null, since: owner?.since ?? null });
      else if (!owner) complain('Nothing runs on this state.', 'Start it: ./mamori start');
      else answer(ready ? `Ready at ${owner.url}` : `Process ${owner.pid} runs and is not ready yet.`);
    });
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(5_000) })).ok;
  } catch {
    return false;
  }
}
