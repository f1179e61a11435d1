import type { Tools } from '#access';
import type { VulnerabilityRef } from '#intelligence/model';
import { text as intelligenceText } from '#intelligence/text';
import type { Language } from '#platform/browser/texts';
import { readAllRows } from '#platform/export-rows';
import { datedName, type TableColumn, type TableFormat, tableFile } from '#platform/table-file';
import { text as verdictText } from '#verdicts/text';
import type { AffectedRelease, Unmatched } from './contract.ts';
import { describeExposures, describeUnmatched, type PlainExposure } from './list-exposures.ts';
import { listAffectedReleases, type PlainTouching, readTouching } from './list-touching.ts';
import type { ExposureFilter, MatchValue, TouchingFilter } from './model.ts';
import * as store from './store/release-exposures.ts';
import { text } from './text.ts';

type Reading = Pick<Tools, 'db' | 'viewer' | 'now'>;
type Taken = { format: TableFormat; language: Language };

const mostRows = 100_000;

/** Vulnerabilities that touch us, as the filter leaves them. @throws Refusal 'too-large', or 'conflict' for CP932 */
export async function exportTouching(
  tools: Reading,
  { format, language, ...filter }: TouchingFilter & Taken,
): Promise<File> {
  const rows = await readAllRows(mostRows, (limit) => readTouching(tools, filter, { place: null, limit }));
  const { columns } = text[language];
  const own: TableColumn<PlainTouching>[] = [
    resultColumn(language),
    { title: columns.applies, kind: 'number', value: ({ counts }) => counts.applies },
    { title: columns.mayApply, kind: 'number', value: ({ counts }) => counts.mayApply },
    { title: columns.cannotCompare, kind: 'number', value: ({ counts }) => counts.cannotCompare },
    { title: columns.units, kind: 'number', value: ({ counts }) => counts.units },
    { title: columns.model, kind: 'text', value: ({ example }) => example.release.model.name },
    { title: columns.release, kind: 'text', value: ({ example }) => example.release.version },
    {
      title: columns.component,
      kind: 'text',
      value: ({ example }) => example.component?.name ?? example.technology ?? '',
    },
    { title: columns.version, kind: 'text', value: ({ example }) => example.component?.version ?? '' },
    { title: columns.firstSeenAt, kind: 'day', value: ({ firstSeenAt }) => dayOf(firstSeenAt) },
  ];
  return tableFile(fileName('touching', tools, language), format, [...vulnerabilityColumns(language), ...own], rows);
}

/** Releases that a vulnerability touches. @throws Refusal 'not-found', 'too-large', or 'conflict' for CP932 */
export async function exportAffected(
  tools: Reading,
  { format, language, name }: { name: string } & Taken,
): Promise<File> {
  const rows = await readAllRows(mostRows, async (limit) => (await listAffectedReleases(tools, { name, limit })).items);
  const { columns, yes, no } = text[language];
  const own: TableColumn<AffectedRelease>[] = [
    { title: columns.line, kind: 'text', width: 24, value: ({ line }) => line.name },
    { title: columns.model, kind: 'text', width: 24, value: ({ release }) => release.model.name },
    { title: columns.release, kind: 'text', value: ({ release }) => release.version },
    { title: columns.hardware, kind: 'text', value: ({ release }) => release.hardware ?? '' },
    { title: columns.inField, kind: 'text', value: ({ inField }) => (inField ? yes : no) },
    resultColumn(language),
    {
      title: columns.component,
      kind: 'text',
      value: ({ component, technology }) => component?.name ?? technology ?? '',
    },
    { title: columns.version, kind: 'text', value: ({ component }) => component?.version ?? '' },
    { title: columns.units, kind: 'number', value: ({ units }) => units },
    ...verdictColumns(language),
  ];
  return tableFile(`${name}_${fileName('affected', tools, language)}`, format, own, rows);
}

/** What touches a release, as the filter leaves it. @throws Refusal 'too-large', or 'conflict' for CP932 */
export async function exportExposures(
  tools: Reading,
  { id, format, language, ...filter }: { id: string } & ExposureFilter & Taken,
): Promise<File> {
  const rows = await readAllRows(mostRows, async (limit) =>
    describeExposures(
      tools,
      await store.listExposures(tools.db, tools.viewer, { releaseId: id, filter, place: null, limit }),
    ),
  );
  const { columns } = text[language];
  const own: TableColumn<PlainExposure>[] = [
    resultColumn(language),
    {
      title: columns.component,
      kind: 'text',
      value: ({ component, technology }) => component?.name ?? technology ?? '',
    },
    { title: columns.version, kind: 'text', value: ({ component }) => component?.version ?? '' },
    { title: columns.firstSeenAt, kind: 'day', value: ({ firstSeenAt }) => dayOf(firstSeenAt) },
    ...verdictColumns(language),
  ];
  return tableFile(fileName('exposures', tools, language), format, [...vulnerabilityColumns(language), ...own], rows);
}

/** Components of a release that no record can be compared with. @throws Refusal 'too-large', or 'conflict' for CP932 */
export async function exportUnmatched(tools: Reading, { id, format, language }: { id: string } & Taken): Promise<File> {
  const { db, viewer } = tools;
  const rows = await readAllRows(mostRows, (limit) =>
    store.listUnmatched(db, viewer, { releaseId: id, place: null, limit }),
  );
  const { columns, whys } = text[language];
  const own: TableColumn<Unmatched>[] = [
    { title: columns.component, kind: 'text', width: 30, value: ({ component }) => component.name },
    { title: columns.version, kind: 'text', value: ({ component }) => component.version ?? '' },
    { title: columns.purl, kind: 'text', width: 48, value: ({ component }) => component.purl ?? '' },
    { title: columns.why, kind: 'text', width: 60, value: ({ why }) => whys[why] },
  ];
  return tableFile(fileName('unmatched', tools, language), format, own, rows.map(describeUnmatched));
}

const fileName = (what: keyof (typeof text)['en']['fileNames'], { now }: Pick<Tools, 'now'>, language: Language) =>
  datedName(text[language].fileNames[what], now());

const dayOf = (instant: string) => Temporal.Instant.from(instant).toZonedDateTimeISO('Asia/Tokyo').toPlainDate();

const resultColumn = (language: Language): TableColumn<{ match: MatchValue }> => ({
  ...{ title: text[language].columns.result, kind: 'text', value: ({ match }) => text[language].results[match] },
});

function verdictColumns(language: Language): TableColumn<Pick<PlainExposure, 'verdict'>>[] {
  const { columns } = text[language];
  const words = verdictText[language];
  const saidOf = (verdict: PlainExposure['verdict']) => {
    if (!verdict) return '';
    const status = words.statuses[verdict.status];
    return verdict.inherited ? `${status} ${words.inherited}` : status;
  };
  return [
    { title: columns.verdict, kind: 'text', value: ({ verdict }) => saidOf(verdict) },
    { title: columns.decidedFor, kind: 'text', value: ({ verdict }) => (verdict ? words.scopes[verdict.scope] : '') },
    { title: columns.decidedBy, kind: 'text', value: ({ verdict }) => verdict?.author?.name ?? '' },
  ];
}

function vulnerabilityColumns(language: Language): TableColumn<{ vulnerability: VulnerabilityRef }>[] {
  const { columns } = text[language];
  const { severities } = intelligenceText[language];
  const titleOf = ({ titleJa, titleEn }: VulnerabilityRef) =>
    language === 'ja' ? (titleJa ?? titleEn) : (titleEn ?? titleJa);
  return [
    { title: columns.name, kind: 'text', width: 20, value: ({ vulnerability }) => vulnerability.name },
    { title: columns.title, kind: 'text', width: 60, value: ({ vulnerability }) => titleOf(vulnerability) ?? '' },
    { title: columns.severity, kind: 'text', value: ({ vulnerability }) => severities[vulnerability.severity] },
    { title: columns.score, kind: 'number', value: ({ vulnerability }) => vulnerability.score },
    {
      ...{ title: columns.exploitedOn, kind: 'day' },
      value: ({ vulnerability: { exploitedOn } }) =>
        exploitedOn === null ? null : Temporal.PlainDate.from(exploitedOn),
    },
  ];
}
