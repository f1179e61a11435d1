import type { Justification, VerdictStatus } from '../model.ts';

/** What a document calls a part of a product. Absent is null, a name that is not told is the ref or the empty text. */
export type VexPart = {
  name: string;
  version: string | null;
  purl: string | null;
  cpe: string | null;
};

/** A product as a document names it. */
export type VexProduct = VexPart & {
  /** Its id there: an IRI, a purl, a bom-ref. Ours are urn:uuid: of the release. */
  id: string;
  /** Instead of one version, as it is written: vers:semver/<1.2. */
  range: string | null;
};

/** What users can do; `none-yet` says that it is not known yet. */
export const vexResponses = ['update', 'workaround', 'mitigation', 'no-fix', 'none-yet'] as const;
export type VexResponse = (typeof vexResponses)[number];

/** One statement: a vulnerability at a product, or at a part of it. Texts that are not there are empty. */
export type VexStatement = {
  vulnerability: string;
  aliases: string[];
  status: VerdictStatus;
  justification: Justification | null;
  /** Why it does not affect users. */
  impact: string;
  note: string;
  action: string;
  /** Of what affects alone. */
  response: VexResponse | null;
  /** null: the document names none, and what it is filed for is meant. */
  product: VexProduct | null;
  part: VexPart | null;
  /** ISO 8601 UTC: when it was last known to be so. */
  at: string | null;
};

/** Who says it, and since when. */
export type VexHead = {
  id: string;
  author: string;
  /** ISO 8601 UTC; null: not told. */
  at: string | null;
  version: number;
};

/** What stands in a document and cannot be taken as a statement. */
export type UnreadStatement = {
  vulnerability: string | null;
  product: string | null;
  /** Where it stands, as the format counts. */
  place: string;
  why: 'no-vulnerability' | 'no-status' | 'unknown-product' | 'other-versions';
};

export type VexReading = { head: VexHead; statements: VexStatement[]; unread: UnreadStatement[] };

/** What is to be said in a file. */
export type VexDocument = {
  head: VexHead & { at: string };
  /** The maker's own address, an IRI. */
  namespace: string;
  title: string;
  tool: { name: string; version: string };
  /** When each version was made, from the first; without them all are of the head's time. */
  revisedAt?: string[];
  /** What all of it is about, where that is one product. */
  subject?: VexProduct;
  statements: VexStatement[];
};
