import { createReadStream, openAsBlob, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Command, Option } from 'commander';
import type { contract } from '#contract';
import { slugOf } from '#inventory/model';
import type { SbomCheck } from '#inventory/pure';
import type { CallsOf } from '#platform/browser/calls';
import { problemOf } from '#platform/browser/client';
import type { Language } from '#platform/browser/texts';
import { Refusal } from '#platform/errors';
import { StartProblem } from '#platform/start-problem';
import { answer, answerJson } from './print.ts';
import { sayCheck } from './say-check.ts';
import type { StateOptions } from './with-state.ts';

type Options = StateOptions & {
  release: string;
  server?: string;
  keyFile?: string;
  json?: boolean;
  language: Language;
};

/** What became of one file. */
type Imported = { file: string; state: string; isUnchanged: boolean; problem: string | null; result: SbomCheck | null };

/** Brings bills of materials into a release. */
export function addSbomImport(sbom: Command, languageOfShell: Language): void {
  sbom
    .command('import <files...>')
    .description('bring bills of materials into a release; the last one counts')
    .requiredOption('--release <model/version>', 'the release, e.g. MC-220/1.2')
    .option('--server <url>', 'a running Mamori; without it the state of this machine is written')
    .option('--key-file <file>', 'holds an API key that may write products; for --server')
    .option('--data <folder>', 'the state (default: by the platform)')
    .addOption(new Option('--postgres <kind>', 'the database that the state has').choices(['embedded', 'system']))
    .addOption(new Option('--language <language>', 'of the result').choices(['ja', 'en']).default(languageOfShell))
    .option('--json', 'as data')
    .addHelpText(
      'after',
      '\nExit codes: 0 all are stored, 2 one is refused, with its place, 78 there is no such release\n\nExample:\n  ./mamori sbom import camera.cdx.json --release MC-220/1.2\n  ./mamori sbom import camera.cdx.json --release MC-220/1.2 --server https://mamori.example.jp --key-file key',
    )
    .action(async (files: string[], options: Options) => {
      const imported = options.server ? await byServer(files, options, options.server) : await byState(files, options);
      if (options.json) answerJson(imported);
      else for (const one of imported) for (const line of say(one, options.language)) answer(line);
      if (imported.some(({ state }) => state !== 'stored')) process.exitCode = 2;
    });
}

function say({ file, state, isUnchanged, problem, result }: Imported, language: Language): string[] {
  const said = isUnchanged ? 'unchanged' : state;
  return [
    `${file}: ${said}`,
    ...(problem ? [problem] : []),
    ...(result ? sayCheck({ ...result, name: file }, language) : []),
  ];
}

async function byState(files: string[], options: Options): Promise<Imported[]> {
  const { findReleaseNamed, getSbomImport, runImport, takeSbom } = await import('#inventory');
  const { withState } = await import('./with-state.ts');
  const work = withState(
    options,
    'sbom import',
    async ({ tools }) => {
      const release = await findReleaseNamed(tools, nameOf(options.release));
      if (!release) throw noRelease(options.release);
      const imported: Imported[] = [];
      for (const file of files) {
        const coming = { name: path.basename(file), sizeBytes: sizeOf(file), content: () => createReadStream(file) };
        const { id } = await takeSbom(tools, { releaseId: release.id, file: coming, origin: 'command' });
        // A large one waits for the server's job, and no server need run.
        await runImport(tools, id);
        imported.push({ ...((await getSbomImport(tools, { id })) as Omit<Imported, 'file'>), file });
      }
      return imported;
    },
    'told',
  );
  return work.catch(explain);
}

async function byServer(files: string[], options: Options, server: string): Promise<Imported[]> {
  const { contract } = await import('#contract');
  const { clientOf } = await import('#platform/browser/client');
  const calls = clientOf(contract.inventory, { url: new URL('/api', server).href, token: readKey(options.keyFile) });
  try {
    const id = await findAt(calls, nameOf(options.release));
    const imported: Imported[] = [];
    for (const file of files) {
      sizeOf(file);
      let upload = await calls.uploadSbom({ id, file: new File([await openAsBlob(file)], path.basename(file)) });
      while (upload.state === 'waiting') {
        await wait(1_000);
        upload = await calls.getSbomImport({ id: upload.id });
      }
      imported.push({ ...(upload as Omit<Imported, 'file'>), file });
    }
    return imported;
  } catch (problem) {
    return explain(problem);
  }
}

type Calls = CallsOf<typeof contract.inventory>;

/** The release on a server. A version that stands for one hardware revision means it; for several, they are named. */
async function findAt(calls: Calls, { modelName, version }: { modelName: string; version: string }): Promise<string> {
  const place = { model: slugOf(modelName), release: slugOf(version) };
  try {
    return (await calls.findRelease(place)).id;
  } catch (thrown) {
    if (problemOf(thrown)?.status !== 404) throw thrown;
    const model = await calls.getModel({ id: place.model });
    const found = await calls.listReleases({ model: model.id, version: place.release, sort: 'name', limit: 20 });
    const [first, second] = found.items;
    if (!first) throw thrown;
    if (!second) return first.id;
    throw new StartProblem(
      'configuration',
      `${modelName} ${version} stands for several hardware revisions.`,
      `Say which one: ${found.items.map((one) => `--release ${modelName}/${one.version}@${one.hardware?.name}`).join(', ')}`,
    );
  }
}

/** What the caller can do something about, with the way out; everything else is thrown on. */
function explain(problem: unknown): never {
  const code = problem instanceof Error && 'code' in problem ? problem.code : null;
  if (problem instanceof StartProblem || (!(problem instanceof Refusal) && typeof code !== 'string')) throw problem;
  const { message } = problem as Error;
  throw new StartProblem(
    'configuration',
    message,
    'Check the release, the key and its permissions, and the size of the file.',
  );
}

function nameOf(release: string): { modelName: string; version: string } {
  const at = release.lastIndexOf('/');
  if (at < 1) throw noRelease(release);
  return { modelName: release.slice(0, at), version: release.slice(at + 1) };
}

const noRelease = (release: string) =>
  new StartProblem('configuration', `There is no release ${release}.`, 'Name the model and the version: MC-220/1.2.');

function sizeOf(file: string): number {
  const status = statSync(file, { throwIfNoEntry: false });
  if (!status?.isFile())
    throw new StartProblem('configuration', `${file} is no file that can be read.`, 'Check its name.');
  return status.size;
}

function readKey(file: string | undefined): string {
  if (file) return readFileSync(file, 'utf8').trim();
  throw new StartProblem(
    'configuration',
    'A server asks for a key.',
    'Put an API key into a file and name it with --key-file.',
  );
}
