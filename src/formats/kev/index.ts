import { z } from 'zod';
import { readCsv } from '../csv/index.ts';
import type { Problem } from '../problem.ts';
import { parseJson, type Read, refused, shapeOf } from '../read-shape.ts';

/** A vulnerability that a catalogue lists as exploited. Days are YYYY-MM-DD. */
export type KevEntry = {
  cve: string;
  catalogue: 'CISA KEV' | 'EU KEV' | 'VulnCheck KEV';
  addedOn: string;
  dueOn: string | null;
  ransomware: 'known' | 'unknown';
  title: string;
  vendor: string;
  product: string;
  overview: string;
  action: string | null;
  weaknesses: string[];
};

const Text = z.string();
const cve = z.string().regex(/^CVE-\d{4}-\d{4,}$/);

/** @source CISA, known_exploited_vulnerabilities_schema.json */
const Cisa = z.object({
  ...{ cveID: cve, vendorProject: Text, product: Text, vulnerabilityName: Text, dateAdded: z.iso.date() },
  ...{ shortDescription: Text.default(''), requiredAction: Text.default(''), dueDate: Text.default('') },
  knownRansomwareCampaignUse: Text.default('Unknown'),
  cwes: z.union([z.array(Text), Text]).default([]),
});
/** @source ENISA, EU KEV list: days as dd/mm/yy */
const Enisa = z.object({
  cveID: cve,
  vendorProject: Text,
  product: Text,
  dateReported: z.string().regex(/^\d\d\/\d\d\/\d\d$/),
  shortDescription: Text.default(''),
});
/** @source VulnCheck KEV: one entry may name several CVEs */
const VulnCheck = z.object({
  ...{ vendorProject: Text, product: Text, vulnerabilityName: Text, shortDescription: Text.default('') },
  ...{
    cve: z.array(cve).min(1),
    date_added: Text,
    required_action: Text.default(''),
    knownRansomwareCampaignUse: Text.default('Unknown'),
  },
});

/** One entry of a catalogue, of any of them. */
export function readKevEntry(value: unknown): Read<KevEntry[]> {
  if (typeof value !== 'object' || value === null) return refused('', 'wrong-shape', 'An entry is an object');
  if ('dateReported' in value) return mapped(shapeOf(value, Enisa), (entry) => [ofEnisa(entry)]);
  if ('date_added' in value) return mapped(shapeOf(value, VulnCheck), ofVulnCheck);
  return mapped(shapeOf(value, Cisa), (entry) => [ofCisa(entry)]);
}

/** The entries of CISA's catalogue as CSV; its columns are called as in the JSON. */
export function readKevCsv(bytes: Uint8Array): {
  entries: { place: string; value: Record<string, string> }[];
  problems: Problem[];
} {
  const { document, problems } = readCsv(bytes);
  const entries = document.rows.map(({ cells, line }) => ({
    place: `line ${line}`,
    value: Object.fromEntries(document.header.map((name, at) => [name, cells[at] ?? ''])),
  }));
  return { entries, problems: problems as unknown as Problem[] };
}

/** The entries of a catalogue in JSON: a list, a list in `vulnerabilities` or `data`, or one entry. */
export function readKevJson(bytes: Uint8Array): Read<{ place: string; value: unknown }[]> {
  const json = parseJson(bytes);
  if ('problems' in json) return json;
  const { document } = json;
  for (const key of ['vulnerabilities', 'data'] as const) {
    const list = (document as Record<string, unknown> | null)?.[key];
    if (Array.isArray(list)) return { document: list.map((value, at) => ({ place: `/${key}/${at}`, value })) };
  }
  if (Array.isArray(document)) return { document: document.map((value, at) => ({ place: `/${at}`, value })) };
  return { document: [{ place: '', value: document }] };
}

function mapped<A, B>(read: Read<A>, map: (document: A) => B): Read<B> {
  return 'problems' in read ? read : { document: map(read.document) };
}

const dayOrNull = (text: string) => (/^\d{4}-\d\d-\d\d/.test(text) ? text.slice(0, 10) : null);

function ofCisa(entry: z.infer<typeof Cisa>): KevEntry {
  const { cwes } = entry;
  return {
    ...{ cve: entry.cveID, catalogue: 'CISA KEV', addedOn: entry.dateAdded, dueOn: dayOrNull(entry.dueDate) },
    ransomware: entry.knownRansomwareCampaignUse === 'Known' ? 'known' : 'unknown',
    ...{ title: entry.vulnerabilityName, vendor: entry.vendorProject, product: entry.product },
    ...{ overview: entry.shortDescription, action: entry.requiredAction || null },
    weaknesses: (typeof cwes === 'string' ? cwes.split(',') : cwes).map((one) => one.trim()).filter(Boolean),
  };
}

function ofEnisa(entry: z.infer<typeof Enisa>): KevEntry {
  const [day = '', month = '', year = ''] = entry.dateReported.split('/');
  const said = (text: string) => (text === '-' ? '' : text);
  return {
    ...{
      cve: entry.cveID,
      catalogue: 'EU KEV',
      addedOn: `20${year}-${month}-${day}`,
      dueOn: null,
      ransomware: 'unknown',
    },
    ...{ title: '', vendor: entry.vendorProject, product: entry.product, overview: said(entry.shortDescription) },
    ...{ action: null, weaknesses: [] },
  };
}

const ofVulnCheck = (entry: z.infer<typeof VulnCheck>): KevEntry[] =>
  entry.cve.map((one) => ({
    ...{ cve: one, catalogue: 'VulnCheck KEV', addedOn: dayOrNull(entry.date_added) ?? '', dueOn: null },
    ransomware: entry.knownRansomwareCampaignUse === 'Known' ? 'known' : 'unknown',
    ...{ title: entry.vulnerabilityName, vendor: entry.vendorProject, product: entry.product },
    ...{ overview: entry.shortDescription, action: entry.required_action || null, weaknesses: [] },
  }));
