/** What our writers can say of a component; absent is undefined, lists may be empty. */
export type WritableComponent = {
  bomRef?: string;
  type: string;
  supplier?: string;
  group?: string;
  name: string;
  version?: string;
  scope?: 'optional' | 'excluded';
  /** Algorithm in the spelling of CycloneDX. */
  hashes?: { algorithm: string; content: string }[];
  licences?: WritableLicence[];
  cpe?: string;
  purl?: string;
  properties?: { name: string; value: string }[];
  /** Said by the evidence. */
  identities?: { field: 'cpe' | 'purl'; value: string }[];
  /** What stands inside, made as it is written. */
  components?: () => Iterable<WritableComponent>;
};

/** An identifier or a name; expressions stand alone before 1.7. */
export type WritableLicence = { id: string } | { name: string } | { expression: string };

export type WritableVulnerability = {
  id: string;
  aliases?: string[];
  state?: string;
  justification?: string;
  responses?: string[];
  detail?: string;
  recommendation?: string;
  /** ISO 8601 UTC. */
  firstIssued?: string;
  lastUpdated?: string;
  refs: string[];
  /** Of every ref: a range in the words of vers. */
  versions?: { range: string; status: 'affected' | 'unaffected' }[];
  properties?: { name: string; value: string }[];
};

/** A whole document. Refs are unique, not empty, and free of characters that XML forbids. */
export type WritableBom = {
  specVersion: '1.6' | '1.7';
  /** urn:uuid:… */
  serialNumber: string;
  /** Of the document, from 1; left out: 1. */
  version?: number;
  /** ISO 8601 UTC. */
  timestamp: string;
  tools: WritableComponent[];
  subject: WritableComponent;
  /** Who made the document and supplies what it describes. */
  supplier?: string;
  components: Iterable<WritableComponent>;
  dependencies: Iterable<{ ref: string; dependsOn: readonly string[] }>;
  vulnerabilities: Iterable<WritableVulnerability>;
};

/** The algorithms that 1.6 and 1.7 both know. */
export const hashAlgorithms: readonly string[] = [
  'MD5',
  'SHA-1',
  'SHA-256',
  'SHA-384',
  'SHA-512',
  'SHA3-256',
  'SHA3-384',
  'SHA3-512',
  'BLAKE2b-256',
  'BLAKE2b-384',
  'BLAKE2b-512',
  'BLAKE3',
];

/** Lower-case hex in one of the lengths that the schemas know. */
export const isHashContent = (content: string): boolean => /^(?:[a-f\d]{32}){1,4}$|^[a-f\d]{40}$/.test(content);

const escaped = String.raw`\\[\\*?!"#$%&'()+,/:;<=>@[\]^\x60{|}~]`;
const attribute = String.raw`(?:(?:\?*|\*?)(?:[a-zA-Z0-9\-._]|${escaped})+(?:\?*|\*?)|[*-])`;
const language = '(?:[a-zA-Z]{2,3}(?:-(?:[a-zA-Z]{2}|[0-9]{3}))?|[*-])';
const cpe22 = String.raw`[c][pP][eE]:/[AHOaho]?(?::[A-Za-z0-9._\-~%]*){0,6}`;
const cpe23 = String.raw`cpe:2\.3:[aho*-](?::${attribute}){5}:${language}(?::${attribute}){4}`;
const cpe = new RegExp(`^(?:${cpe22}|${cpe23})$`);

/** A CPE name in the form that the XML schema asks for; others are said by the evidence. */
export const isCpeOfSchema = (text: string): boolean => cpe.test(text);
