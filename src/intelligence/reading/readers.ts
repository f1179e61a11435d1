import { Buffer } from 'node:buffer';
import { type Cve5, readCve5 } from '#formats/cve5';
import { type EpssHead, isDay, readEpss } from '#formats/epss';
import { type KevPiece, readKevCsv, readKevEntry, readKevJson } from '#formats/kev';
import { type NvdCve, readNvdItem } from '#formats/nvd';
import { type Osv, readOsv } from '#formats/osv';
import type { ByteSource } from '#formats/packing';
import { type JvnRecord, readJvn, XmlFault } from '#formats/vuldef';
import { statementOfCve5 } from '../from-cve5.ts';
import { statementOfKev } from '../from-kev.ts';
import { statementOfNvd } from '../from-nvd.ts';
import { statementOfOsv } from '../from-osv.ts';
import { statementOfVuldef } from '../from-vuldef.ts';
import type { Incoming, Reading } from '../import-records.ts';
import { mostParts, partsOfConfigurations, partsOfCve5, partsOfJvn, partsOfOsv } from '../parts.ts';
import type { SourceId, Statement } from '../statement.ts';
import { type Piece, SplitFault, splitElements } from './split-elements.ts';

export type RecordFile = ByteSource;

type Read<T> = { document: T } | { problems: { path: string; rule: string; message: string }[] };

type Meaning<T> = { partsOf: (document: T) => number; statementOf: (document: T) => Statement };

const cve5: Meaning<Cve5> = { partsOf: partsOfCve5, statementOf: statementOfCve5 };
const osv: Meaning<Osv> = { partsOf: partsOfOsv, statementOf: statementOfOsv };
const jvn: Meaning<JvnRecord> = { partsOf: partsOfJvn, statementOf: statementOfVuldef };
const nvd: Meaning<NvdCve> = {
  partsOf: ({ configurations }) => partsOfConfigurations(configurations),
  statementOf: statementOfNvd,
};

function as<T>(read: Read<T>, { partsOf, statementOf }: Meaning<T>): Reading {
  if ('problems' in read) return read;
  const parts = partsOf(read.document);
  if (parts <= mostParts) return { statement: statementOf(read.document) };
  const message = `Its products and versions come to ${parts} parts, more than ${mostParts}`;
  return { problems: [{ path: '', rule: 'too-many-values', message }] };
}

const mostWholeBytes = 64 * 1024 * 1024;

async function wholeOf(file: RecordFile): Promise<Buffer | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of file.read()) {
    length += chunk.length;
    if (length > mostWholeBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const refusedFile = (file: string, rule: string, message: string, place = ''): Incoming => ({
  ...{ kind: 'refused', file, place, rule, message },
});
const tooLarge = (file: string) => refusedFile(file, 'too-large', `One document has more than ${mostWholeBytes} bytes`);

/** One record of CVE, NVD or OSV, a catalogue without its head, or an answer of NVD that begins otherwise. */
export async function* readJsonFile(file: RecordFile): AsyncGenerator<Incoming> {
  const bytes = await wholeOf(file);
  if (bytes === null) {
    yield* readNvdPage(file);
    return;
  }
  const text = bytes.toString('latin1');
  const head = text.slice(0, 65_536);
  const one = (source: SourceId, read: () => Reading): Incoming => ({
    kind: 'record',
    file: file.name,
    place: '',
    source,
    bytes,
    read,
  });
  if (/"dataType"\s*:\s*"CVE_RECORD"/.test(text)) yield one('cve', () => as(readCve5(bytes), cve5));
  else if (/"vulnerabilities"\s*:\s*\[\s*\{\s*"cve"\s*:/.test(head)) yield* readNvdPage(file);
  else if (
    /^\s*\{\s*(?:"_annotation"[\s\S]*)?"cve"\s*:\s*\{/.test(head) ||
    /"cve"\s*:\s*\{\s*"(?:id|configurations)"/.test(head)
  )
    yield one('nvd', () => as(readNvdItem(bytes), nvd));
  else if (/"(?:cveID|date_added|dateReported)"\s*:/.test(head)) yield* readKevFile(file);
  else if (/"(?:affected|schema_version|aliases)"\s*:/.test(text) && /"id"\s*:/.test(text))
    yield one('osv', () => as(readOsv(bytes), osv));
  else yield refusedFile(file.name, 'unknown-format', 'This JSON holds no record of CVE, NVD, OSV or KEV');
}

/** A page of the NVD API, or a feed in its form, however large. */
export async function* readNvdPage(file: RecordFile): AsyncGenerator<Incoming> {
  let read = 0;
  try {
    for await (const piece of splitElements(file.read(), 'vulnerabilities')) {
      yield recordOf(file, piece);
      read = piece.index + 1;
    }
  } catch (fault) {
    if (!(fault instanceof SplitFault)) throw fault;
    yield refusedFile(file.name, fault.rule, fault.message, `/vulnerabilities/${read}`);
  }
}

const recordOf = (file: RecordFile, { index, bytes }: Piece): Incoming => ({
  ...{ kind: 'record', file: file.name, place: `/vulnerabilities/${index}`, source: 'nvd', bytes },
  read: () => as(readNvdItem(bytes), nvd),
});

/** A catalogue of exploited vulnerabilities in JSON. */
export async function* readKevFile(file: RecordFile): AsyncGenerator<Incoming> {
  const bytes = await wholeOf(file);
  if (bytes === null) return void (yield tooLarge(file.name));
  const read = readKevJson(bytes);
  if ('problems' in read)
    for (const { path, rule, message } of read.problems) yield refusedFile(file.name, rule, message, path);
  else yield* ofCatalogue(file, read.document);
}

/** The same as CSV. */
export async function* readKevTable(file: RecordFile): AsyncGenerator<Incoming> {
  const bytes = await wholeOf(file);
  if (bytes === null) return void (yield tooLarge(file.name));
  const { entries, problems } = readKevCsv(bytes);
  for (const { path, rule, message } of problems) yield refusedFile(file.name, rule, message, path);
  yield* ofCatalogue(file, entries);
}

/** Entries have no date of change: they are as new as the newest of their catalogue, so that an older one replaces none. */
function* ofCatalogue(file: RecordFile, pieces: readonly KevPiece[]): Generator<Incoming> {
  const read = pieces.map((piece) => ({ ...piece, read: readKevEntry(piece.value) }));
  const days = read.flatMap(({ read: one }) => ('problems' in one ? [] : one.document.map(({ addedOn }) => addedOn)));
  const newest = days.length > 1 ? days.toSorted().at(-1) : undefined;
  const asOf = newest === undefined ? null : `${newest}T00:00:00Z`;
  for (const piece of read) yield* ofEntry(file, piece, asOf);
}

type ReadPiece = KevPiece & { read: ReturnType<typeof readKevEntry> };

function* ofEntry(file: RecordFile, { place, value, read }: ReadPiece, asOf: string | null): Generator<Incoming> {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  if ('problems' in read) {
    yield { kind: 'record', file: file.name, place, source: 'kev', bytes, read: () => read };
    return;
  }
  for (const entry of read.document) {
    // The form of a file does not make another revision: the same entry has the same bytes from JSON and from CSV.
    const own = new TextEncoder().encode(JSON.stringify(entry));
    yield {
      kind: 'record',
      file: file.name,
      place,
      source: 'kev',
      bytes: own,
      read: () => ({ statement: statementOfKev(entry, asOf) }),
    };
  }
}

/** A day's scores, however many; the name of the file tells the day where nothing in it does. */
export async function* readEpssFile(file: RecordFile): AsyncGenerator<Incoming> {
  const named = /(\d{4}-\d\d-\d\d)/.exec(file.name.split('/').at(-1) ?? '')?.[1] ?? '';
  const head: EpssHead = { model: null, scoredOn: isDay(named) ? named : null };
  for await (const one of readEpss(textsOf(file), head)) {
    if ('problem' in one) yield refusedFile(file.name, one.problem.rule, one.problem.message, one.problem.path);
    else {
      const { cve, probability, percentile } = one.row;
      const { scoredOn, model } = head;
      yield { kind: 'score', file: file.name, name: cve, probability, percentile, scoredOn, model };
    }
  }
}

/** Records or lists of JVN. */
export async function* readJvnFile(file: RecordFile): AsyncGenerator<Incoming> {
  try {
    for await (const item of readJvn(textsOf(file))) {
      if ('problem' in item) yield refusedFile(file.name, item.problem.rule, item.problem.message);
      else {
        const { record, original } = item;
        const bytes = new TextEncoder().encode(original);
        yield {
          kind: 'record',
          file: file.name,
          place: record.id,
          source: 'jvn',
          bytes,
          read: () => as({ document: record }, jvn),
        };
      }
    }
  } catch (fault) {
    if (!(fault instanceof XmlFault)) throw fault;
    yield refusedFile(file.name, fault.rule, fault.message, fault.place);
  }
}

async function* textsOf(file: RecordFile): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8');
  for await (const chunk of file.read()) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}
