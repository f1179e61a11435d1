import type { Tools } from '#access';
import { beginImport, type Incoming, importRecords, listSources } from '#intelligence';
import type { SourceId } from '#intelligence/pure';
import { momentOf } from './moment.ts';
import { vulnerabilities } from './vulnerabilities/all.ts';
import { incomingOf } from './vulnerabilities/incoming.ts';
import { incomingOfJvn } from './vulnerabilities/jvn.ts';
import type { VulnerabilityFacts } from './vulnerabilities/shape.ts';

/** Which records had come so many days ago: those that were published by then. The first has everything before. */
export const arrivals: readonly { daysAgo: number; until: string }[] = [
  { daysAgo: 84, until: '2025-12-31' },
  { daysAgo: 63, until: '2026-02-28' },
  { daysAgo: 49, until: '2026-04-15' },
  { daysAgo: 28, until: '2026-05-31' },
  { daysAgo: 14, until: '9999-12-31' },
];

/** NVD looked into it long after it was published, as happens. */
const lookedIntoLate: ReadonlySet<string> = new Set(['CVE-2026-32282']);

const publishedOn = ({ cve, nvd, osv }: VulnerabilityFacts) =>
  [cve?.on, nvd?.on, osv?.on].reduce<string>((last, on) => (on !== undefined && on > last ? on : last), '');

const daily: readonly SourceId[] = ['cve', 'nvd', 'osv', 'kev'];

/** Brings in what was published between two of the arrivals. */
export async function loadArrival(tools: Tools, number: number): Promise<void> {
  const after = arrivals[number - 1]?.until ?? '';
  const until = arrivals[number]?.until ?? '';
  const coming = vulnerabilities.filter(
    (one) => !lookedIntoLate.has(one.id) && publishedOn(one) <= until && (number === 0 || publishedOn(one) > after),
  );
  const all = [incomingOf(coming, daily), ...(number === 0 ? [incomingOfJvn()] : [])];
  await bringIn(tools, number === 0 ? [...daily, 'jvn'] : daily, chained(all));
}

/** Brings in what NVD has looked into at last. */
export async function loadLate(tools: Tools): Promise<void> {
  const coming = vulnerabilities.filter(({ id }) => lookedIntoLate.has(id));
  await bringIn(tools, ['nvd'], incomingOf(coming, ['nvd']));
}

/** When each source was last read, in hours before now: JVN iPedia has stopped. */
export const lastRead: readonly { hoursAgo: number; sources: readonly SourceId[] }[] = [
  { hoursAgo: 31.2, sources: ['jvn'] },
  { hoursAgo: 5.1, sources: ['kev'] },
  { hoursAgo: 2.1, sources: ['osv'] },
  { hoursAgo: 0.3, sources: ['cve', 'nvd'] },
];

/** Hours after which the demonstration reads its sources once more when it starts: all but the one that has stopped. */
const readAgainHours = 12;

/** Reads the sources as they are now; nothing has changed in them. */
export async function readSources(tools: Tools): Promise<void> {
  const ages = new Map((await listSources(tools)).map(({ source, ageHours }) => [source, ageHours]));
  for (const { hoursAgo, sources } of lastRead) {
    const isFirst = (ages.get(sources[0] as SourceId) ?? 0) > 24 * 7;
    const isDue = isFirst || (sources[0] !== 'jvn' && (ages.get(sources[0] as SourceId) ?? 0) >= readAgainHours);
    if (!isDue) continue;
    const moment = momentOf(tools, tools.now().subtract({ minutes: Math.round(hoursAgo * 60) }));
    const coming = sources.includes('jvn') ? incomingOfJvn() : incomingOf(vulnerabilities, sources);
    await bringIn(moment.tools, sources, coming);
    await moment.match();
  }
}

const files: Record<SourceId, string> = {
  ...{ cve: 'cvelistV5.zip', nvd: 'nvd.json.gz', osv: 'osv.zip', kev: 'known_exploited_vulnerabilities.json' },
  ...{ jvn: 'jvndb.rdf', epss: 'epss.csv.gz', own: '' },
};

async function bringIn(tools: Tools, sources: readonly SourceId[], incoming: AsyncIterable<Incoming>): Promise<void> {
  const id = await beginImport(tools, { names: sources.map((source) => files[source]), fileSha256: null });
  await importRecords(tools, { id, incoming });
}

async function* chained(all: readonly AsyncIterable<Incoming>[]): AsyncGenerator<Incoming> {
  for (const one of all) yield* one;
}
