import { existsSync } from 'node:fs';
import { type Command, Option } from 'commander';
import type { ImportCounts } from '#intelligence';
import { text as intelligenceText } from '#intelligence/text';
import type { Language } from '#platform/browser/texts';
import { StartProblem } from '#platform/start-problem';
import { languageOfShell } from './language-of-shell.ts';
import { answer, answerJson, progress } from './print.ts';
import { text } from './scan-text.ts';
import type { StateOptions } from './with-state.ts';

type Options = StateOptions & { json?: boolean; language: Language };

/** The commands about records of vulnerabilities. */
export function addIntel(program: Command): void {
  const intel = program
    .command('intel')
    .description('records of vulnerabilities: bring them in, see how fresh they are');
  shared(intel.command('import <paths...>'))
    .description(
      'bring in files, folders and archives of CVE, NVD, OSV, JVN, KEV and EPSS; what is known is passed over',
    )
    .addHelpText(
      'after',
      '\nMay be cut off and run again. Exit codes: 0 everything was read, 1 something could not be, with its place\n\nExample:\n  ./mamori intel import cvelistV5/cves known_exploited_vulnerabilities.json epss_scores-current.csv.gz',
    )
    .action(importPaths);
  intel
    .command('snapshot <file> <paths...>')
    .description('write files, folders and archives of records as one file that scan --snapshot asks at once')
    .addHelpText(
      'after',
      '\nMade anew when records have changed. Exit codes: 0 everything was read, 1 something could not be\n\nExample:\n  ./mamori intel snapshot records.mamori cvelistV5/cves known_exploited_vulnerabilities.json',
    )
    .addOption(
      new Option('--language <language>', 'of the result').choices(['ja', 'en']).default(languageOfShell(), 'by LANG'),
    )
    .action(snapshot);
  shared(intel.command('status'))
    .description('how fresh each source is')
    .addHelpText(
      'after',
      '\nExit codes: 0 all are fresh, 1 one has stopped or none has come in\n\nExample:\n  ./mamori intel status',
    )
    .action(status);
}

const shared = (command: Command) =>
  command
    .option('--data <folder>', 'the state (default: by the platform)')
    .addOption(new Option('--postgres <kind>', 'the database that the state has').choices(['embedded', 'system']))
    .addOption(
      new Option('--language <language>', 'of the result').choices(['ja', 'en']).default(languageOfShell(), 'by LANG'),
    )
    .option('--json', 'as data');

async function importPaths(paths: string[], options: Options): Promise<void> {
  const missing = paths.find((path) => !existsSync(path));
  if (missing) throw new StartProblem('configuration', `${missing} is not there.`, 'Check its name.');
  const { beginImport, importRecords, listImportProblems, readPaths } = await import('#intelligence');
  const { withState } = await import('./with-state.ts');
  const words = text[options.language];
  const done = await withState(
    options,
    'intel import',
    async ({ tools }) => {
      const id = await beginImport(tools, { names: paths, fileSha256: null });
      const { counts } = await importRecords(tools, { id, incoming: readPaths(paths) }, say);
      const problems = (await listImportProblems(tools, { id, limit: 500 })).items;
      return { id, counts, problems };
    },
    'told',
  );
  if (options.json) answerJson(done);
  else {
    const { read, created, changed, unchanged, scores, refused } = done.counts;
    answer(words.read(read, created, changed, unchanged));
    if (scores > 0) answer(words.scores(scores));
    if (refused > 0) answer(words.refused(refused));
    for (const { file, place, message } of done.problems) answer(`  ${file}${place ? ` ${place}` : ''}: ${message}`);
  }
  if (done.counts.refused > 0) process.exitCode = 1;
}

async function snapshot(file: string, paths: string[], { language }: Pick<Options, 'language'>): Promise<void> {
  const { grouped } = await import('./read-records.ts');
  const { statementsIn, writeSnapshot } = await import('./snapshot.ts');
  const { statements, refused } = await statementsIn(paths);
  answer(text[language].snapshot(writeSnapshot(file, grouped(statements)), statements.length));
  if (refused === 0) return;
  answer(text[language].refusedAmong(refused));
  process.exitCode = 1;
}

let said = performance.now();
function say({ read, created, changed, refused, scores }: ImportCounts): void {
  if (performance.now() - said < 1_000) return;
  said = performance.now();
  progress(
    `${read} records read, ${created} new, ${changed} changed, ${refused} refused${scores > 0 ? `, ${scores} scores` : ''}`,
  );
}

async function status(options: Options): Promise<void> {
  const { listSources } = await import('#intelligence');
  const { withState } = await import('./with-state.ts');
  const words = text[options.language];
  const names = intelligenceText[options.language].sources;
  const sources = await withState(options, 'intel status', ({ tools }) => listSources(tools));
  if (options.json) answerJson(sources);
  else if (sources.length === 0) answer(words.noSources);
  else
    for (const { source, records, ageHours, isStale } of sources)
      answer(words.source(names[source], records, ageHours, isStale));
  if (sources.length === 0 || sources.some(({ isStale }) => isStale)) process.exitCode = 1;
}
