import { type Command, Option } from 'commander';
import { isThisMachine } from '#platform/addresses';
import { defaultStateFolder } from '#platform/state';
import { keepDemoPassword } from './demo-password.ts';
import { answer, progress } from './print.ts';
import type { ServeOptions } from './serve.ts';

// Each command loads what it needs when it is called: the server is most of the house.

const data = () =>
  new Option('--data <folder>', 'where the state lives (default: by the platform, see docs/guides/running)');
const serveOptions = () => [
  data(),
  new Option('--port <number>', 'the port to serve on (default: 8420)'),
  new Option('--host <address>', 'the address to listen on (default: 127.0.0.1)'),
  new Option(
    '--postgres <kind>',
    'the database to run: the packaged one, or one installed on this machine, 15 or newer',
  ).choices(['embedded', 'system']),
];

const withOptions = (command: Command) => {
  for (const option of serveOptions()) command.addOption(option);
  return command;
};

/** The commands that run the server. */
export function addServing(program: Command): void {
  withOptions(program.command('start'))
    .description('run Mamori until it is stopped; the first start prints a link that makes the administrator')
    .addHelpText('after', '\nExample:\n  ./mamori start --data /srv/mamori --port 8420')
    .action(async (options: ServeOptions) => {
      const { serve } = await import('./serve.ts');
      await serve(options, async (running) => {
        progress('Ready');
        answer(`Mamori serves ${running.url}`);
        const { printFirstLink } = await import('./first-link.ts');
        await printFirstLink(running.systemTools('start'));
      });
    });

  withOptions(program.command('demo'))
    .description('run a demonstration with the products of a fictional maker, in a state of its own')
    .addHelpText('after', '\nExample:\n  ./mamori demo --port 8421')
    .action(async (options: ServeOptions) => {
      const { serve } = await import('./serve.ts');
      await serve({ ...options, data: options.data ?? `${defaultStateFolder()}-demo` }, async (running) => {
        const { loadDemo } = await import('../demo/load-demo.ts');
        if (!isThisMachine(running.host))
          progress('Warning: the demonstration is open to the network, with accounts that share one password.');
        progress('Loading the demonstration');
        const password = keepDemoPassword(running.stateFolder);
        const { accounts } = await loadDemo(running.systemTools('demo'), password);
        answer(`\nMamori serves ${running.url}\n`);
        for (const { email, label } of accounts) answer(`  ${email}  ${label}`);
        answer(`  password: ${password}\n`);
        answer('Ctrl-C ends it; the data stay for the next time.');
      });
    });
}
