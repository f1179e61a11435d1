import { readCve5 } from '#formats/cve5';
import type { KevEntry } from '#formats/kev';
import { readNvdItem } from '#formats/nvd';
import { readOsv } from '#formats/osv';
import type { Incoming } from '#intelligence';
import {
  type SourceId,
  type Statement,
  statementOfCve5,
  statementOfKev,
  statementOfNvd,
  statementOfOsv,
} from '#intelligence/pure';
import { cveRecord } from './cve-record.ts';
import { nvdItem } from './nvd-item.ts';
import { osvRecord } from './osv-record.ts';
import type { VulnerabilityFacts } from './shape.ts';

type Read<Document> = { document: Document } | { problems: { path: string; rule: string; message: string }[] };

/** The facts as records of their sources, read as any record that comes in; only the titles are ours. */
export async function* incomingOf(
  facts: readonly VulnerabilityFacts[],
  sources: readonly SourceId[],
): AsyncGenerator<Incoming> {
  for (const one of facts)
    for (const [source, document, read] of recordsOf(one))
      if (sources.includes(source)) yield incoming(one, { source, document, read });
}

type Recorded = [source: SourceId, document: object, read: (bytes: Uint8Array) => Read<Statement>];

function recordsOf({ id, en, cve, nvd, osv, kev }: VulnerabilityFacts): Recorded[] {
  const records: Recorded[] = [];
  if (cve) records.push(['cve', cveRecord(id, cve), (bytes) => as(readCve5(bytes), statementOfCve5)]);
  if (nvd) records.push(['nvd', nvdItem(id, nvd), (bytes) => as(readNvdItem(bytes), statementOfNvd)]);
  if (osv) records.push(['osv', osvRecord(id, osv), (bytes) => as(readOsv(bytes), statementOfOsv)]);
  if (kev) {
    const [vendor = '', product = ''] = kev.of.split('/');
    const entry: KevEntry = {
      ...{ cve: id, catalogue: 'CISA KEV', addedOn: kev.on, dueOn: kev.due, title: en, vendor, product },
      ...{ ransomware: kev.ransomware ? 'known' : 'unknown', overview: '', action: null, weaknesses: [] },
    };
    records.push(['kev', entry, () => ({ document: statementOfKev(entry, null) })]);
  }
  return records;
}

function as<Document>(read: Read<Document>, statementOf: (document: Document) => Statement): Read<Statement> {
  return 'problems' in read ? read : { document: statementOf(read.document) };
}

function incoming(
  { id, ja, en }: VulnerabilityFacts,
  { source, document, read }: { source: SourceId; document: object; read: Recorded[2] },
): Incoming {
  const bytes = new TextEncoder().encode(JSON.stringify(document, null, 1));
  return {
    ...{ kind: 'record', file: source, place: id, source, bytes },
    read: () => {
      const said = read(bytes);
      return 'problems' in said ? said : { statement: { ...said.document, title: { ja, en } } };
    },
  };
}
