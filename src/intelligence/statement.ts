import type { Scheme } from '#versions/version-key';

/** Where statements come from. 'own' is what this maker writes by hand. */
export const sourceIds = ['cve', 'nvd', 'osv', 'kev', 'epss', 'jvn', 'own'] as const;
export type SourceId = (typeof sourceIds)[number];

/** What one source says about one vulnerability in one revision of its record, in our shape. Instants are ISO 8601 in UTC, days YYYY-MM-DD. */
export type Statement = {
  source: SourceId;
  /** As the source calls it: "CVE-2021-3711", "GHSA-…", "JVNDB-2021-002345". */
  externalId: string;
  /** Every id of this very vulnerability, externalId first; they make the alias group. */
  names: string[];
  /** Ids of other vulnerabilities that the record mentions; never merged. */
  related: string[];
  state: 'published' | 'rejected' | 'withdrawn';
  stateReason: string | null;
  labels: StatementLabel[];
  /** Who wrote it: the short name of a CNA, "security@example.com", null when not said. */
  by: string | null;
  publishedAt: string | null;
  /** The source's own date; of a catalogue that is dated as a whole, that. */
  modifiedAt: string | null;
  title: Worded;
  overview: Worded;
  impact: Worded;
  measures: Worded;
  scores: Score[];
  /** "CWE-79" */
  weaknesses: string[];
  references: Reference[];
  exploitation: Exploitation | null;
  epss: Epss | null;
  ssvc: Ssvc | null;
  criteria: Criterion[];
  /** Technology tags that the vulnerability lies in: "WPA2", "UPnP". */
  technologies: string[];
};

/** Disputed is a label, never a match result. */
export type StatementLabel = 'disputed' | 'unsupported-when-assigned' | 'exclusively-hosted-service';

/** A text in the languages that the source gives. */
export type Worded = { ja?: string; en?: string };

/** @source CVSS 2.0, 3.0, 3.1, 4.0 (FIRST); score 0.0–10.0 as published, null when only the vector is given */
export type Score = { version: '2.0' | '3.0' | '3.1' | '4.0'; vector: string; score: number | null; by: string };

export type Reference = { url: string; tags: string[] };

/** Known to be exploited, as a catalogue says (CISA KEV, EU KEV). */
export type Exploitation = {
  catalogue: string;
  addedOn: string;
  dueOn: string | null;
  ransomware: 'known' | 'unknown';
  action: string | null;
};

/** @source FIRST EPSS: chance of exploitation within 30 days and its rank, both 0–1; the model's version where it is told */
export type Epss = { probability: number; percentile: number; on: string | null; model: string | null };

/** @source CISA SSVC decision points as published in the ADP container */
export type Ssvc = {
  exploitation: string | null;
  automatable: string | null;
  technicalImpact: string | null;
  at: string | null;
};

/** Versions of one product that a record calls affected or not, with what must hold besides. */
export type Criterion = {
  /** Where it stands in the original: "/containers/cna/affected/0". */
  path: string;
  /** Who says it: "curl", "nvd", "CISA-ADP". */
  by: string;
  role: CriterionRole;
  product: ProductName;
  /** Values of a CPE name after its update, other than any: the product in that edition or environment only. */
  qualifiers: Qualifiers;
  /** Empty: the record says nothing of versions, which is not the same as all versions (one range without bounds). */
  ranges: Range[];
  /** What the record says of versions in none of the ranges. */
  otherVersions: 'affected' | 'unaffected' | 'unknown';
  /** Phrases about versions that were not understood, as written; they wait for a person. */
  unread: string[];
  /** Phrases about versions that are not affected, as written; absent where all were understood. They make nothing safe. */
  exceptions?: string[];
  /** Ranges of commits, kept as written; versions are not compared with them. */
  commits: { introduced: string | null; fixed: string | null }[];
  /** All of these must hold too (AND of a configuration). */
  conditions: Condition[];
  /** The record negates this half; it is never taken as a plain alternative. */
  isNegated: boolean;
  /** Only there: source files, routines, and platforms as written (CVE JSON 5). */
  files: string[];
  routines: string[];
  platforms: string[];
};

/** 'owner': the CNA, whose product it is as a rule. 'analyst': NVD, an ADP. 'ecosystem': a distribution or package database. */
export type CriterionRole = 'owner' | 'analyst' | 'ecosystem' | 'coordinator' | 'own';

/**
 * What a criterion is about. CPE values are canonical (formats/cpe: lower case, escaped);
 * purls have neither version nor qualifiers; names are as written.
 */
export type ProductName =
  | { space: 'cpe'; part: string; vendor: string; product: string }
  /** distribution: "debian-12" where the record holds for one release of a distribution only. */
  | { space: 'purl'; purl: string; distribution: string | null }
  | { space: 'name'; vendor: string; product: string };

export type Qualifiers = Partial<
  Record<'edition' | 'language' | 'softwareEdition' | 'targetSoftware' | 'targetHardware' | 'other', string>
>;

/** One stretch of versions. Both bounds null: all versions, said so by the record. An exact version is both bounds, included. */
export type Range = {
  status: 'affected' | 'unaffected';
  from: Bound | null;
  to: Bound | null;
  /** The order that the record gives its bounds; null: that of the product. */
  scheme: Scheme | null;
  /** An exact version whose CPE update is any: what a patch level adds (9.3p1) is meant too. */
  anyUpdate: boolean;
  /** 'stated' in fields, 'phrase' read from prose, 'person' set by hand. */
  basis: 'stated' | 'phrase' | 'person';
  /** The words that it was read from, null for fields. */
  text: string | null;
};

/** The CPE update is folded in: "9.3" with update "p1" is "9.3p1". */
export type Bound = { version: string; included: boolean };

/** One of these must be there: hardware, an operating system, another product of the same release. */
export type Condition = { anyOf: Platform[] };
export type Platform = {
  part: string;
  vendor: string;
  product: string;
  qualifiers: Qualifiers;
  /** Empty: any version. */
  ranges: Range[];
  /** Whether the record calls this half vulnerable too: then both are needed in one release. */
  isVulnerable: boolean;
  isNegated: boolean;
};
