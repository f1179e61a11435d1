import type { Tools } from '#access';
import { todayInJapan } from '#platform/browser/calendar';
import type { Language } from '#platform/browser/texts';
import { readAllRows } from '#platform/export-rows';
import { datedName, type TableColumn, type TableFormat, tableFile } from '#platform/table-file';
import { describeEvents, spanOf } from './list-days.ts';
import { describeVerdicts } from './list-verdicts.ts';
import type { Verdict, VerdictEvent, VerdictFilter } from './model.ts';
import * as days from './store/days.ts';
import * as store from './store/list.ts';
import { text } from './text.ts';

type Reading = Pick<Tools, 'db' | 'viewer' | 'now'>;
type Taken = { format: TableFormat; language: Language };

const mostRows = 100_000;

/** Verdicts as the filter leaves them. @throws Refusal 'too-large', or 'conflict' for CP932 */
export async function exportVerdicts(
  tools: Reading,
  { format, language, ...filter }: VerdictFilter & Taken,
): Promise<File> {
  const which = { filter, today: todayInJapan(tools.now()) };
  const rows = await readAllRows(mostRows, async (limit) =>
    describeVerdicts(tools, await store.listVerdicts(tools.db, tools.viewer, { which, place: null, limit })),
  );
  const name = datedName(text[language].fileNames.verdicts, tools.now());
  return tableFile(name, format, verdictColumns(language), rows);
}

/** What was decided on a day. @throws Refusal 'too-large', or 'conflict' for CP932 */
export async function exportVerdictEvents(
  tools: Reading,
  { day, format, language }: { day: string } & Taken,
): Promise<File> {
  const lines = spanOf(day);
  const rows = await readAllRows(mostRows, async (limit) =>
    describeEvents(tools, await days.listEvents(tools.db, tools.viewer, { lines, place: null, limit })),
  );
  const name = `${text[language].fileNames.day}_${day.replaceAll('-', '')}`;
  return tableFile(name, format, eventColumns(language), rows);
}

const dayOf = (instant: string) => todayInJapan(Temporal.Instant.from(instant));
const plainDay = (day: string | null) => (day === null ? null : Temporal.PlainDate.from(day));

function verdictColumns(language: Language): TableColumn<Verdict>[] {
  const words = text[language];
  const { columns } = words;
  const titleOf = ({ vulnerability: { titleJa, titleEn } }: Verdict) =>
    (language === 'ja' ? (titleJa ?? titleEn) : (titleEn ?? titleJa)) ?? '';
  return [
    { title: columns.name, kind: 'text', width: 20, value: ({ vulnerability }) => vulnerability.name },
    { title: columns.title, kind: 'text', width: 48, value: titleOf },
    { title: columns.product, kind: 'text', width: 32, value: ({ product }) => product },
    { title: columns.scope, kind: 'text', value: (one) => words.scopes[one.for.scope] },
    { title: columns.line, kind: 'text', value: (one) => one.for.line?.name ?? '' },
    { title: columns.model, kind: 'text', value: (one) => one.for.model?.name ?? '' },
    { title: columns.release, kind: 'text', value: (one) => one.for.release?.version ?? '' },
    { title: columns.hardware, kind: 'text', value: (one) => one.for.release?.hardware ?? '' },
    { title: columns.status, kind: 'text', value: ({ status }) => words.statuses[status] },
    {
      ...{ title: columns.justification, kind: 'text', width: 32 },
      value: ({ justification }) => (justification ? words.justifications[justification] : ''),
    },
    { title: columns.reason, kind: 'text', width: 48, value: (one) => whyOf(one, language) },
    { title: columns.impact, kind: 'text', width: 32, value: ({ impact }) => impact },
    { title: columns.evidence, kind: 'text', width: 32, value: ({ evidence }) => evidence },
    { title: columns.fixedIn, kind: 'text', value: ({ fixedIn }) => fixedIn?.version ?? '' },
    { title: columns.until, kind: 'day', value: ({ until }) => plainDay(until) },
    { title: columns.author, kind: 'text', value: ({ author }) => author?.name ?? words.machine },
    { title: columns.decidedAt, kind: 'day', value: ({ decidedAt }) => dayOf(decidedAt) },
    { title: columns.approvedBy, kind: 'text', value: ({ approval }) => approval?.by?.name ?? '' },
    { title: columns.state, kind: 'text', value: ({ state }) => words.states[state] },
    { title: columns.endedAt, kind: 'day', value: ({ ended }) => (ended ? dayOf(ended.at) : null) },
    { title: columns.inherited, kind: 'number', value: ({ inherited }) => inherited },
  ];
}

const whyOf = ({ reason, note }: Pick<Verdict, 'reason' | 'note'>, language: Language) =>
  [reason === null ? '' : text[language].reasons[reason], note].filter(Boolean).join('\n');

function eventColumns(language: Language): TableColumn<VerdictEvent>[] {
  const words = text[language];
  const { columns } = words;
  const timeOf = (at: string) =>
    Temporal.Instant.from(at).toZonedDateTimeISO('Asia/Tokyo').toPlainTime().toString({ smallestUnit: 'minute' });
  return [
    { title: columns.at, kind: 'text', value: ({ at }) => timeOf(at) },
    { title: columns.what, kind: 'text', value: ({ what }) => words.deeds[what] },
    { title: columns.by, kind: 'text', value: ({ by }) => by?.name ?? words.machine },
    { title: columns.name, kind: 'text', width: 20, value: ({ example }) => example.name },
    { title: columns.product, kind: 'text', width: 32, value: ({ example }) => example.product },
    { title: columns.vulnerabilities, kind: 'number', value: ({ vulnerabilities }) => vulnerabilities },
    { title: columns.verdicts, kind: 'number', value: ({ verdicts }) => verdicts },
    { title: columns.scope, kind: 'text', value: ({ scope }) => words.scopes[scope] },
    { title: columns.status, kind: 'text', value: ({ status }) => words.statuses[status] },
    {
      ...{ title: columns.justification, kind: 'text', width: 32 },
      value: ({ justification }) => (justification ? words.justifications[justification] : ''),
    },
    { title: columns.reason, kind: 'text', width: 48, value: (one) => whyOf(one, language) },
    {
      ...{ title: columns.signedBy, kind: 'text' },
      value: ({ signatures }) => signatures.map(({ by }) => by.name).join(', '),
    },
  ];
}
