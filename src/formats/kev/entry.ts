import { z } from 'zod';
import { type Read, refused, shapeOf } from '../read-shape.ts';

/** A vulnerability that a catalogue lists as exploited. Days are YYYY-MM-DD, weaknesses CWE-79. */
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
const cve = z.string().regex(/^CVE-\d{4}-\d{4,19}$/);
const Ransomware = Text.default('Unknown').transform((word) => (/^known$/i.test(word) ? 'known' : 'unknown'));

/** @source CISA, known_exploited_vulnerabilities_schema.json; since BOD 26-04 an entry may have no due date */
const Cisa = z.object({
  ...{ cveID: cve, vendorProject: Text, product: Text, vulnerabilityName: Text, dateAdded: z.iso.date() },
  ...{ shortDescription: Text.default(''), requiredAction: Text.default('') },
  dueDate: z.union([z.literal(''), z.iso.date()]).default(''),
  knownRansomwareCampaignUse: Ransomware,
  cwes: z.union([z.array(Text), Text]).default([]),
});

/** Days as dd/mm/yy. */
const EuropeanDay = z
  .string()
  .transform((text) => text.replace(/^(\d\d)\/(\d\d)\/(\d\d)$/, '20$3-$2-$1'))
  .pipe(z.iso.date());
/** @source ENISA, EU KEV list: what is not known is a dash */
const Enisa = z.object({
  cveID: cve,
  vendorProject: Text,
  product: Text,
  dateReported: EuropeanDay,
  shortDescription: Text.default(''),
});

/** @source VulnCheck KEV: one entry may name several CVEs; instants in UTC */
const VulnCheck = z.object({
  ...{ vendorProject: Text, product: Text, vulnerabilityName: Text, shortDescription: Text.default('') },
  ...{ cve: z.array(cve).min(1), date_added: z.iso.datetime({ offset: true }), required_action: Text.default('') },
  knownRansomwareCampaignUse: Ransomware,
});

/** One entry of a catalogue, of any of them, for each CVE that it names. */
export function readKevEntry(value: unknown): Read<KevEntry[]> {
  if (typeof value !== 'object' || value === null) return refused('', 'wrong-shape', 'An entry is an object');
  if ('dateReported' in value) return mapped(shapeOf(value, Enisa), (entry) => [ofEnisa(entry)]);
  if ('date_added' in value) return mapped(shapeOf(value, VulnCheck), ofVulnCheck);
  return mapped(shapeOf(value, Cisa), (entry) => [ofCisa(entry)]);
}

function mapped<A, B>(read: Read<A>, map: (document: A) => B): Read<B> {
  return 'problems' in read ? read : { document: map(read.document) };
}

function ofCisa(entry: z.infer<typeof Cisa>): KevEntry {
  return {
    ...{ cve: entry.cveID, catalogue: 'CISA KEV', addedOn: entry.dateAdded, dueOn: entry.dueDate || null },
    ...{ ransomware: entry.knownRansomwareCampaignUse, title: entry.vulnerabilityName },
    ...{ vendor: entry.vendorProject, product: entry.product },
    ...{ overview: entry.shortDescription, action: entry.requiredAction || null },
    weaknesses: [entry.cwes].flat().flatMap((text) => text.match(/\bCWE-\d+/g) ?? []),
  };
}

function ofEnisa({ cveID, dateReported, vendorProject, product, shortDescription }: z.infer<typeof Enisa>): KevEntry {
  return {
    ...{ cve: cveID, catalogue: 'EU KEV', addedOn: dateReported, dueOn: null, ransomware: 'unknown' },
    ...{ title: '', vendor: vendorProject, product, overview: shortDescription === '-' ? '' : shortDescription },
    ...{ action: null, weaknesses: [] },
  };
}

const ofVulnCheck = (entry: z.infer<typeof VulnCheck>): KevEntry[] =>
  entry.cve.map((one) => ({
    ...{ cve: one, catalogue: 'VulnCheck KEV', addedOn: entry.date_added.slice(0, 10), dueOn: null },
    ...{ ransomware: entry.knownRansomwareCampaignUse, title: entry.vulnerabilityName },
    ...{ vendor: entry.vendorProject, product: entry.product, overview: entry.shortDescription },
    ...{ action: entry.required_action || null, weaknesses: [] },
  }));
