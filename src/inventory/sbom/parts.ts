import type { UnmappedParts } from './parts-mapping.ts';
import type { SbomRule } from './rules.ts';

/**
 * A bill of materials as a stream of what stands in it, the same for every format it came in.
 * Mappers (from-<format>.ts) turn a format's own items into these; nothing here is kept, only counted, judged and stored.
 */

/** One software part as the document names it. Empty and unknown are null or [], never "NOASSERTION". */
export type SbomPart = {
  /** Unique within the document: bom-ref, SPDXID, IRI, or the row of a list. */
  ref: string;
  name: string;
  version: string | null;
  /** As written; what cannot be parsed is also a problem. */
  purl: string | null;
  /** CPE 2.2 or 2.3 as written. */
  cpes: string[];
  supplier: string | null;
  /** SPDX expressions or names, as written. */
  licences: string[];
  /** Algorithm in the SPDX spelling ("SHA256") → lower-case hex. */
  hashes: Record<string, string>;
  /** What the part is; 'other' when the document does not say. */
  kind:
    | 'application'
    | 'framework'
    | 'library'
    | 'operating-system'
    | 'firmware'
    | 'device'
    | 'container'
    | 'file'
    | 'other';
  /** 'source' is what it was built from and is not shipped. */
  purpose: 'shipped' | 'source' | 'build' | 'test' | 'optional';
  /** Where it stands: JSON path, XML line, row; for the page that shows a problem. */
  place: string;
};

/** Whether a part goes out with the product: what it was built from or with does not. */
export const isShipped = ({ purpose }: Pick<SbomPart, 'purpose'>): boolean =>
  purpose === 'shipped' || purpose === 'optional';

/** `from` contains or depends on `to`; both are refs of the document. */
export type SbomEdge = { from: string; to: string; kind: 'contains' | 'depends-on' };

/** What the document says of itself. */
export type SbomHead = {
  format:
    | 'cyclonedx'
    | 'spdx'
    | 'buildroot'
    | 'esp-idf'
    | 'yocto-licence-manifest'
    | 'spdx-lite'
    | 'black-duck'
    | 'fossid'
    | 'parts-list';
  /** Of the format, e.g. "1.6" or "SPDX-2.3"; null where the format has none. */
  formatVersion: string | null;
  serialNumber: string | null;
  /** ISO 8601 UTC, or null. */
  createdAt: string | null;
  authors: string[];
  tools: string[];
  /** The ref of the thing that the document describes. */
  subject: string | null;
};

/** A statement about a vulnerability that the document carries (VEX); kept for the verdicts step, as written. */
export type SbomStatement = {
  vulnerability: string;
  refs: string[];
  status: string;
  justification: string | null;
  detail: string | null;
};

/** What is wrong, with its place; an 'error' refuses the document, a 'warning' does not block. */
export type SbomProblem = { level: 'error' | 'warning'; place: string; rule: SbomRule; message: string };

export type SbomItem =
  | { is: 'head'; head: SbomHead }
  | { is: 'part'; part: SbomPart }
  | { is: 'edge'; edge: SbomEdge }
  | { is: 'statement'; statement: SbomStatement }
  /** A list whose columns are not known; a problem that refuses it follows. */
  | { is: 'unmapped'; parts: UnmappedParts }
  | { is: 'problem'; problem: SbomProblem };

/** Limits of one document; numbers in bytes and counts. */
export type SbomLimits = { unpackedBytes: number; parts: number; depth: number };

/** 64 MiB unpacked holds about 100,000 parts. */
export const sbomLimits: SbomLimits = { unpackedBytes: 64 * 1024 * 1024, parts: 500_000, depth: 200 };
