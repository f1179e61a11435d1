import { type Command, Option } from 'commander';
import { defaultStateFolder } from '#platform/state';
import { loadDemo } from '../demo/load-demo.ts';
import { keepDemoPassword } from './demo-password.ts';
import { printFirstLink } from './first-link.ts';
import { answer, progress } from './print.ts';
import { type ServeOptions, serve } from './serve.ts';

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
    .action((options: ServeOptions) =>
      serve(options, async (running) => {
        progress('Ready');
        answer(`Mamori serves ${running.url}`);
        await printFirstLink(running.systemTools('start'));
      }),
    );

  withOptions(program.command('demo'))
    .description('run a demonstration with the products of a fictional maker, in a state of its own')
    .addHelpText('after', '\nExample:\n  ./mamori demo --port 8421')
    .action((options: ServeOptions) =>
      serve({ ...options, data: options.data ?? `${defaultStateFolder()}-demo` }, async (running) => {
        progress('Loading the demonstration');
        const password = keepDemoPassword(running.stateFolder);
        const { accounts } = await loadDemo(running.systemTools('demo'), password);
        answer(`\nMamori serves ${running.url}\n`);
        for (const { email, label } of accounts) answer(`  ${email}  ${label}`);
        answer(`  password: ${password}\n`);
        answer('Ctrl-C ends it; the data stay for the next time.');
      }),
    );
}
