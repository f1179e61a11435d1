import { readFileSync } from 'node:fs';
import { type Command, Option } from 'commander';
import type { Line } from '#edges/dependency-track';
import { OutsideProblem } from '#platform/fetch-outside';
import { StartProblem } from '#platform/start-problem';
import { answer, answerJson, progress } from './print.ts';
import { countsOf, sayLine } from './say-import.ts';
import type { StateOptions } from './with-state.ts';

type Options = StateOptions & {
  keyFile: string;
  line?: string;
  dryRun?: boolean;
  ownNetwork?: boolean;
  json?: boolean;
};

/** The commands that take over what other tools know. */
export function addImport(program: Command): void {
  const imports = program.command('import').description('take over what other tools know');
  imports
    .command('dependency-track <url>')
    .description('projects, components, decisions and labels of a running Dependency-Track, by its API')
    .requiredOption('--key-file <file>', 'holds its API key: VIEW_PORTFOLIO and VIEW_VULNERABILITY are needed')
    .option('--line <name>', 'put everything into this product line (default: a line for each tree of projects)')
    .option('--dry-run', 'read and judge everything, write nothing')
    .option('--own-network', 'the server has an address of your own network; http is accepted there')
    .option('--data <folder>', 'the state (default: by the platform)')
    .addOption(new Option('--postgres <kind>', 'the database that the state has').choices(['embedded', 'system']))
    .option('--json', 'what became of each project, as data')
    .addHelpText(
      'after',
      '\nWorks beside the running server. Run it again whenever you like: what is unchanged stays as it is.\nExit codes: 0 everything was taken, 1 something was refused, with its reason, 69 the server does not answer\n\nExample:\n  ./mamori import dependency-track https://dtrack.example.jp --key-file dtrack.key --own-network --dry-run',
    )
    .action(async (url: string, options: Options) => {
      const lines = await importFrom(url, options);
      const counts = countsOf(lines);
      if (options.json) answerJson({ counts, projects: lines });
      else {
        const { taken, unchanged, groups, refused, decisions } = counts;
        const done = options.dryRun ? 'would be taken' : 'taken';
        answer(
          `${lines.length} projects: ${taken} ${done}, ${unchanged} unchanged, ${groups} only group others, ${refused} refused; ${decisions} decisions.`,
        );
        for (const line of lines) for (const text of sayLine(line)) answer(text);
      }
      if (counts.refused > 0) process.exitCode = 1;
    });
}

async function importFrom(url: string, options: Options): Promise<Line[]> {
  const { importEverything, openServer, ServerProblem } = await import('#edges/dependency-track');
  const { withState } = await import('./with-state.ts');
  const server = openServer({
    url: addressOf(url),
    key: readKey(options.keyFile),
    ownNetwork: options.ownNetwork === true,
  });
  const onProject = ({ project: { name, version } }: Line, done: number, all: number) =>
    progress(`${done} of ${all}  ${[name, version].filter(Boolean).join(' ')}`);
  const onListed = (projects: number) => projects % 100 === 0 && progress(`${projects} projects in the list`);
  const { line: lineName = null, dryRun: isDryRun = false } = options;
  try {
    progress(`Dependency-Track ${await server.version()} at ${url}`);
    return await withState(
      options,
      'import dependency-track',
      ({ tools }) => importEverything(tools, server, { lineName, isDryRun, onListed, onProject }),
      'told',
    );
  } catch (problem) {
    if (problem instanceof OutsideProblem) throw unreachable(problem);
    if (problem instanceof ServerProblem)
      throw new StartProblem('unavailable', problem.message, wayOut(problem.status), problem);
    throw problem;
  }
}

function addressOf(url: string): string {
  if (URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol)) return url;
  throw new StartProblem('configuration', `${url} is no address.`, 'Give it as https://dtrack.example.jp');
}

function readKey(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    throw new StartProblem(
      'unavailable',
      `The file ${file} cannot be read.`,
      'Write the API key of a team into a file of its own.',
    );
  }
}

const unreachable = (problem: OutsideProblem) =>
  new StartProblem(
    'unavailable',
    problem.message,
    problem.code === 'address-refused' || problem.code === 'not-https'
      ? 'A server in your own network, or one that speaks http there, needs --own-network.'
      : 'Check the address, and that the server runs.',
    problem,
  );

const wayOut = (status: number | null) =>
  status === 401 || status === 403
    ? 'Check the key: its team needs VIEW_PORTFOLIO and VIEW_VULNERABILITY.'
    : 'Give the address of the API server, which is often another one than that of the pages.';
