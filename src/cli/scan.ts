import { randomUUID } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { type KernelEvidence, readKernelEvidence } from '#formats/kernel';
import { severities } from '#intelligence/model';
import type { ShippedPart } from '#inventory';
import { matchValues } from '#matching/model';
import { type Located, type Referred, type ScanHit, scanComponents, summaryOf, toSarif, toVex } from '#matching/pure';
import type { Language } from '#platform/browser/texts';
import { StartProblem } from '#platform/start-problem';
import { languageOfShell } from './language-of-shell.ts';
import { answer, complain } from './print.ts';
import { readRecords } from './read-records.ts';
import { sayCheck } from './say-check.ts';
import { sayScan } from './say-scan.ts';
import { text } from './scan-text.ts';
import { version } from './version.ts';
import type { StateOptions } from './with-state.ts';

type Format = 'table' | 'json' | 'sarif' | 'cyclonedx';
type Threshold = { match: (typeof matchValues)[number]; severity: number };
type Options = StateOptions & {
  intel?: string[];
  snapshot?: string;
  format: Format;
  output?: string;
  failOn?: Threshold;
  kernelConfig?: string;
  builtObjects?: string;
  language: Language;
};
type Part = ShippedPart & Located & Referred;
export type Scanned = {
  file: string;
  serialNumber: string | null;
  parts: number;
  hits: ScanHit<Part>[];
  unidentified: Part[];
};

/** Matches bills of materials against records, without a server. */
export function addScan(program: Command): void {
  program
    .command('scan <files...>')
    .description('match bills of materials against records of vulnerabilities; needs no server')
    .option(
      '--intel <paths...>',
      'files, folders and archives of records (default: what the state of this machine knows, without what is confidential)',
    )
    .addOption(new Option('--snapshot <file>', 'a snapshot of records, see ./mamori intel snapshot').conflicts('intel'))
    .addOption(
      new Option('--format <format>', 'of the result')
        .choices(['table', 'json', 'sarif', 'cyclonedx'])
        .default('table'),
    )
    .option('--output <file>', 'write the result there')
    .option(
      '--fail-on <match:severity>',
      'exit code 1 from this result and severity on, e.g. applies:high',
      readThreshold,
    )
    .option('--kernel-config <file>', 'the .config of the kernel: what is not built does not apply')
    .option('--built-objects <file>', 'the list of objects that the kernel was built of')
    .option('--data <folder>', 'the state, without --intel (default: by the platform)')
    .addOption(
      new Option('--language <language>', 'of the result').choices(['ja', 'en']).default(languageOfShell(), 'by LANG'),
    )
    .addHelpText(
      'after',
      '\nExit codes: 0 done, 1 --fail-on has found something, 2 a document is refused, with its place\n\nExample:\n  ./mamori scan camera.cdx.json --intel cvelistV5/ --fail-on applies:high\n  ./mamori scan router.spdx.json --intel records.zip --format sarif --output mamori.sarif',
    )
    .action(async (files: string[], options: Options) => {
      const scanned = await scanAll(files, options);
      if (scanned === null) return;
      const result = print(scanned, options);
      if (options.output) writeFileSync(options.output, `${result}\n`);
      else answer(result);
      if (options.failOn)
        judge(
          scanned.flatMap(({ hits }) => hits),
          options.failOn,
          options.language,
        );
    });
}

/** null when a document is refused: it was told why, and nothing is printed as if it had been scanned. */
async function scanAll(files: string[], options: Options): Promise<Scanned[] | null> {
  const { readShipped } = await import('#inventory');
  const kernel = readKernel(options);
  const documents = [];
  for (const file of files) {
    const status = statSync(file, { throwIfNoEntry: false });
    if (!status?.isFile())
      throw new StartProblem('configuration', `${file} is no file that can be read.`, 'Check its name.');
    const read = await readShipped({
      path: file,
      fileName: path.basename(file),
      sizeBytes: status.size,
      mapping: null,
    });
    if (!read.check.isAccepted) {
      for (const line of sayCheck({ ...read.check, name: file }, options.language)) complain(line);
      process.exitCode = 2;
      return null;
    }
    documents.push({ file, ...read });
  }
  const records = await readRecords(
    options,
    documents.flatMap(({ parts }) => parts),
  );
  return documents.map(({ file, head, parts }) => {
    const located = parts.map((part): Part => ({ ...part, file }));
    const { hits, unidentified } = scanComponents(located, records, kernel);
    return {
      file,
      serialNumber: head?.serialNumber ?? null,
      parts: parts.length,
      hits: sorted(hits, options.language),
      unidentified,
    };
  });
}

const summaries = new WeakMap<ScanHit<Part>['vulnerability'], ReturnType<typeof summaryOf>>();

/** What is said of a vulnerability together, worked out once. */
function summarized({ vulnerability }: ScanHit<Part>, language: Language): ReturnType<typeof summaryOf> {
  const known = summaries.get(vulnerability) ?? summaryOf(vulnerability, language);
  summaries.set(vulnerability, known);
  return known;
}

const order = (value: string) => matchValues.indexOf(value as (typeof matchValues)[number]);

/** Exploited first, then by result, then by severity and score. */
function sorted(hits: ScanHit<Part>[], language: Language): ScanHit<Part>[] {
  const keyed = hits.map((hit) => ({ hit, summary: summarized(hit, language) }));
  keyed.sort(
    (a, b) =>
      order(a.hit.match.value) - order(b.hit.match.value) ||
      Number(b.summary.exploitedOn !== null) - Number(a.summary.exploitedOn !== null) ||
      (b.summary.score ?? 0) - (a.summary.score ?? 0) ||
      (a.hit.vulnerability.name < b.hit.vulnerability.name ? -1 : 1),
  );
  return keyed.map(({ hit }) => hit);
}

function print(scanned: Scanned[], { format, language }: Options): string {
  const hits = scanned.flatMap((one) => one.hits);
  if (format === 'sarif') return JSON.stringify(toSarif(hits, { version, language }), null, 2);
  if (format === 'json')
    return JSON.stringify(
      scanned.map((one) => asData(one, language)),
      null,
      2,
    );
  if (format === 'table') return scanned.flatMap((one) => sayScan(one, language)).join('\n');
  const [only] = scanned;
  const serialNumber = scanned.length === 1 ? (only?.serialNumber ?? null) : null;
  return JSON.stringify(
    toVex(hits, { serialNumber, at: Temporal.Now.instant().round('second').toString(), version, id: randomUUID() }),
    null,
    2,
  );
}

const asData = ({ file, parts, hits, unidentified }: Scanned, language: Language) => ({
  ...{ file, parts, unidentified: unidentified.map(({ name, version: of, place }) => ({ name, version: of, place })) },
  matches: hits.map((hit) => {
    const { component, vulnerability, match } = hit;
    const { title, severity, score, exploitedOn } = summarized(hit, language);
    return {
      ...{
        vulnerability: vulnerability.name,
        names: vulnerability.names,
        title,
        severity: severities[severity],
        score,
        exploitedOn,
      },
      component: { name: component.name, version: component.version, purl: component.purl, place: component.place },
      ...{ match: match.value, evidence: match.evidence },
    };
  }),
});

/** Exit code 1 from the threshold on. What nobody has rated reaches no severity: that is said, it is not safe. */
function judge(hits: ScanHit<Part>[], { match, severity }: Threshold, language: Language): void {
  const meant = hits.filter(({ match: { value } }) => order(value) <= order(match) && value !== 'does-not-apply');
  if (meant.some((hit) => summarized(hit, language).severity >= severity)) process.exitCode = 1;
  const unrated = new Set(
    meant.filter((hit) => summarized(hit, language).score === null).map(({ vulnerability }) => vulnerability.name),
  );
  if (severity > 0 && unrated.size > 0) complain(text[language].unrated(unrated.size, match));
}

function readThreshold(text: string): Threshold {
  const [match = '', severity = 'none'] = text.split(':');
  const found = {
    match: matchValues.find((one) => one === match),
    severity: severities.indexOf(severity as never),
  };
  if (!found.match || found.match === 'does-not-apply' || found.severity < 0)
    throw new InvalidArgumentError('Write it as applies:high, may-apply:critical, applies.');
  return { match: found.match, severity: found.severity };
}

function readKernel({ kernelConfig, builtObjects }: Options): KernelEvidence | null {
  const file = builtObjects ?? kernelConfig;
  if (file === undefined) return null;
  const reading = readKernelEvidence(builtObjects ? 'built-objects' : 'kernel-config', readFileSync(file));
  if ('evidence' in reading) return reading.evidence;
  throw new StartProblem(
    'configuration',
    `${file}, ${reading.problem.path}: ${reading.problem.message}`,
    'Give the file that the build of the kernel left.',
  );
}
