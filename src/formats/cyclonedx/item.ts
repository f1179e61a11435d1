import type { CdxRule } from './fault.ts';

/** What a CycloneDX document consists of, with what we take from it; absent is undefined, as in the document. */
export type CdxComponent = {
  bomRef?: string;
  type?: string;
  name: string;
  group?: string;
  version?: string;
  purl?: string;
  cpe?: string;
  /** supplier, manufacturer or publisher, in this order. */
  supplier?: string;
  scope?: string;
  licences: string[];
  hashes: { algorithm: string; content: string }[];
  /** Identities that the evidence names, e.g. { field: 'cpe', value: 'cpe:2.3:…' }. */
  identities: { field: string; value: string }[];
};

export type CdxMetadata = { timestamp?: string; authors: string[]; tools: string[]; supplier?: string };

export type CdxVulnerability = {
  id?: string;
  /** The same under other names. */
  aliases: string[];
  affects: CdxTarget[];
  state?: string;
  justification?: string;
  responses: string[];
  detail?: string;
  recommendation?: string;
  workaround?: string;
  /** As they are written; of the analysis. */
  firstIssued?: string;
  lastUpdated?: string;
  properties: { name: string; value: string }[];
};

/** An element of this or, by BOM-Link, of another document; without versions it is meant as it stands there. */
export type CdxTarget = { ref: string; versions: { version?: string; range?: string; status?: string }[] };

/** A 'warning' breaks a rule too, but what the document says can be taken all the same. */
export type CdxProblem = { level: 'error' | 'warning'; place: string; rule: CdxRule; message: string };

/** `at` names an element within its document; `within` is the `at` of the component it stands in. */
export type CdxItem =
  | { is: 'document'; specVersion: string; serialNumber: string | null }
  | { is: 'metadata'; metadata: CdxMetadata; place: string }
  | {
      is: 'component';
      role: 'subject' | 'part';
      component: CdxComponent;
      at: string;
      within: string | null;
      place: string;
    }
  | { is: 'dependency'; ref: string; dependsOn: string[]; place: string }
  | { is: 'vulnerability'; vulnerability: CdxVulnerability; place: string }
  /** By the rules of the version that the document names. */
  | { is: 'problem'; problem: CdxProblem };

/** Bytes of the text, depth of nesting, and values that one element may consist of. */
export type CdxLimits = { bytes: number; depth: number; values: number };
